import { oneOfRule, rangeRule } from "../../constraint-rules";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";

const API = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html";

const oneOf = (id: string, path: string, first: string, second: string): Rule =>
  oneOfRule({ id, source: API, path, member: path, code: "InvalidParameterValue", values: [first, second, "no-preference"] });

/** What instances of the Region say to their metadata service when neither launch nor template says it. */
export const instanceMetadataDefaults = defineResource({
  type: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  defaults: {
    httpEndpoint: "no-preference",
    httpPutResponseHopLimit: -1,
    httpTokens: "no-preference",
    instanceMetadataTags: "no-preference",
  },
  rules: [
    oneOf("ec2/instance-metadata-defaults-endpoint", "httpEndpoint", "enabled", "disabled"),
    oneOf("ec2/instance-metadata-defaults-tokens", "httpTokens", "optional", "required"),
    oneOf("ec2/instance-metadata-defaults-tags", "instanceMetadataTags", "enabled", "disabled"),
    rangeRule({
      id: "ec2/instance-metadata-defaults-hop-limit",
      source: API,
      path: "httpPutResponseHopLimit",
      member: "httpPutResponseHopLimit",
      code: "InvalidParameterValue",
      min: 1,
      max: 64,
      also: [-1],
    }),
  ],
  create: ({ accountId }) => ({ id: accountId }),
});
