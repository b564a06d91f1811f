import { isUnknown, UNKNOWN } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { withinRanges } from "./attribute-range";
import { targetGroupRules } from "./target-group-rules";

const API = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html";

const ranges = withinRanges("lb/target-group-ranges", API, [
  { path: "port", min: 1, max: 65_535 },
  { path: "deregistrationDelay", min: 0, max: 3600 },
  { path: "slowStart", min: 30, max: 900, also: 0 },
  { path: "healthCheck.interval", min: 5, max: 300 },
  { path: "healthCheck.timeout", min: 2, max: 120 },
  { path: "healthCheck.healthyThreshold", min: 2, max: 10 },
  { path: "healthCheck.unhealthyThreshold", min: 2, max: 10 },
  { path: "stickiness.cookieDuration", min: 1, max: 604_800 },
]);

function isHttp(inputs: PropertyMap): boolean {
  return ["HTTP", "HTTPS"].includes(String(inputs["protocol"]).toUpperCase());
}

/** What the provider sends and ELB fills in: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
function healthCheck(inputs: PropertyMap): PropertyValue {
  const given = inputs["healthCheck"];
  if (isUnknown(given)) return UNKNOWN;
  const http: PropertyMap = isHttp(inputs) ? { matcher: "200", path: "/", protocol: "HTTP", timeout: 5 } : { matcher: "", path: "", protocol: "TCP", timeout: 10 };
  return {
    enabled: true,
    healthyThreshold: 3,
    interval: 30,
    port: "traffic-port",
    unhealthyThreshold: 3,
    ...http,
    ...(typeof given === "object" && given !== null && !Array.isArray(given) ? given : {}),
  };
}

const HEALTH: PropertyValue = {
  dnsFailover: { minimumHealthyTargetsCount: "1", minimumHealthyTargetsPercentage: "off" },
  unhealthyStateRouting: { minimumHealthyTargetsCount: 1, minimumHealthyTargetsPercentage: "off" },
};

function stickiness(inputs: PropertyMap): PropertyValue {
  return inputs["stickiness"] ?? { type: isHttp(inputs) ? "lb_cookie" : "source_ip", enabled: false, cookieDuration: 86_400, cookieName: "" };
}

function completed(inputs: PropertyMap): PropertyMap {
  return isUnknown(inputs["protocol"]) ? {} : { healthCheck: healthCheck(inputs), stickiness: stickiness(inputs) };
}

export const targetGroup = defineResource({
  type: "aws:lb/targetGroup:TargetGroup",
  defaults: {
    deregistrationDelay: 300,
    lambdaMultiValueHeadersEnabled: false,
    proxyProtocolV2: false,
    slowStart: 0,
    targetType: "instance",
  },
  name: {
    taken: (name) => ({
      code: "DuplicateTargetGroupName",
      message: `A target group with the same name '${name}' exists, but with different settings`,
    }),
  },
  references: [
    {
      path: "vpcId",
      to: "aws:ec2/vpc:Vpc",
      notFound: (id) => ({ code: "ValidationError", message: `The VPC ID '${id}' is not found` }),
    },
  ],
  rules: [ranges, ...targetGroupRules],
  completes: completed,
  create(context) {
    const { inputs } = context;
    const { name, outputs } = physicalName(context);
    const suffix = `targetgroup/${name}/${context.identifiers.hex(16)}`;
    const arn = context.arn("elasticloadbalancing", suffix);
    return {
      id: arn,
      arn,
      outputs: {
        arnSuffix: suffix,
        connectionTermination: inputs["connectionTermination"] ?? false,
        ipAddressType: inputs["ipAddressType"] ?? "ipv4",
        loadBalancerArns: [],
        loadBalancingAlgorithmType: inputs["loadBalancingAlgorithmType"] ?? (isHttp(inputs) ? "round_robin" : ""),
        loadBalancingAnomalyMitigation: inputs["loadBalancingAnomalyMitigation"] ?? (isHttp(inputs) ? "off" : ""),
        loadBalancingCrossZoneEnabled: inputs["loadBalancingCrossZoneEnabled"] ?? "use_load_balancer_configuration",
        ...outputs,
        preserveClientIp: inputs["preserveClientIp"] ?? "",
        protocolVersion: inputs["protocolVersion"] ?? (isHttp(inputs) ? "HTTP1" : ""),
        targetFailovers: inputs["targetFailovers"] ?? [{}],
        targetGroupHealth: inputs["targetGroupHealth"] ?? HEALTH,
        targetHealthStates: inputs["targetHealthStates"] ?? [{}],
      },
    };
  },
});
