import type { SchemaRow } from "../resource-schema";

export const route53Schemas: Readonly<Record<string, SchemaRow>> = {
  "aws:route53/healthCheck:HealthCheck": {
    required: "type",
    outputs: "arn tagsAll",
    computed: "enableSni failureThreshold regions",
    replaceUnknown: true,
    global: true,
  },
  "aws:route53/record:Record": {
    required: "name type zoneId",
    replace: "name",
    replaceUncertain: "zoneId",
    outputs: "fqdn",
    computed: "allowOverwrite",
    global: true,
  },
  "aws:route53/zone:Zone": {
    outputs: "arn nameServers primaryNameServer tagsAll zoneId",
    computed: "comment enableAcceleratedRecovery name",
    replaceUnknown: true,
    global: true,
  },
};
