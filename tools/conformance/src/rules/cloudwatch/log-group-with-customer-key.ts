import type { Rule } from "../../rule";

export const logGroupWithCustomerKey: Rule = {
  id: "cloudwatch/log-group-with-customer-key",
  controls: { "CKV_AWS_158": "LOW" },
  requirement: "Log groups are encrypted with a key of the customer.",
  subjects: ["aws:cloudwatch/logGroup:LogGroup"],
  judge: (resource) => resource.has("kmsKeyId"),
};
