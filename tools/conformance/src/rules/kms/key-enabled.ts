import type { Rule } from "../../rule";

export const keyEnabled: Rule = {
  id: "kms/key-enabled",
  controls: { "CKV_AWS_227": "UNKNOWN" },
  requirement: "Keys are enabled.",
  subjects: ["aws:kms/key:Key"],
  judge: (resource) => !resource.isFalse("isEnabled"),
};
