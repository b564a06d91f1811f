import type { Rule } from "../../rule";

export const keyHasPolicy: Rule = {
  id: "kms/key-has-policy",
  controls: { "CKV2_AWS_64": "UNKNOWN" },
  requirement: "Keys have a policy of their own.",
  subjects: ["aws:kms/key:Key"],
  judge: (resource, stack) =>
    resource.given.has("policy") || stack.referring("aws:kms/keyPolicy:KeyPolicy", "keyId", resource).length > 0,
};
