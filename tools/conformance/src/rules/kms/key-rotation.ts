import type { Rule } from "../../rule";

export const keyRotation: Rule = {
  id: "kms/key-rotation",
  controls: { "SecHub:KMS.4": "MEDIUM" },
  requirement: "Symmetric keys are rotated.",
  subjects: ["aws:kms/key:Key"],
  judge: (resource) =>
    ["", "SYMMETRIC_DEFAULT"].includes(resource.text("customerMasterKeySpec")) ? resource.isTrue("enableKeyRotation") : undefined,
};
