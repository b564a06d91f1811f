import type { Rule } from "../../rule";

export const tableEncryptionNotOff: Rule = {
  id: "dynamodb/table-encryption-not-off",
  controls: { "awsguard:dynamodb-table-encryption-enabled": "UNKNOWN" },
  requirement: "Encryption of tables is not switched off.",
  subjects: ["aws:dynamodb/table:Table"],
  judge: (resource) => !resource.isFalse("serverSideEncryption.enabled"),
};
