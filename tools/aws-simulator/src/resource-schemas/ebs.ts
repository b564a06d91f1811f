import type { SchemaRow } from "../resource-schema";

export const ebsSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:ebs/encryptionByDefault:EncryptionByDefault": {},
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": {
    required: "state",
  },
};
