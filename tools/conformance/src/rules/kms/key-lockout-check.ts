import type { Rule } from "../../rule";

export const keyLockoutCheck: Rule = {
  id: "kms/key-lockout-check",
  controls: { "pulumi-cp:aws-kms-key-disallow-bypass-policy-lockout-safety-check": "CRITICAL" },
  requirement: "The check that keeps key administrators from locking themselves out is on.",
  subjects: ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy"],
  judge: (resource) => !resource.isTrue("bypassPolicyLockoutSafetyCheck"),
};
