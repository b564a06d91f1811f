import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const encryptionByDefault: Rule = {
  id: "ec2/encryption-by-default",
  controls: { "FSBP:EC2.7": "MEDIUM" },
  requirement: "New volumes of the region are encrypted unless told otherwise.",
  subjects: ["aws:ebs/encryptionByDefault:EncryptionByDefault"],
  because: ACCOUNT_WIDE,
  judge: (resource) => !resource.isFalse("enabled"),
};
