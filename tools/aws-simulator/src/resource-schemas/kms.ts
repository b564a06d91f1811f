import type { SchemaRow } from "../resource-schema";

export const kmsSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:kms/alias:Alias": {
    required: "targetKeyId",
    replaceUncertain: "name namePrefix",
    outputs: "arn targetKeyArn",
    computed: "name namePrefix",
  },
  "aws:kms/ciphertext:Ciphertext": {
    required: "keyId",
    outputs: "ciphertextBlob",
    replaceUnknown: true,
  },
  "aws:kms/customKeyStore:CustomKeyStore": {
    required: "customKeyStoreName",
    computed: "customKeyStoreType",
    replaceUnknown: true,
  },
  "aws:kms/externalKey:ExternalKey": {
    outputs: "arn expirationModel keyState tagsAll",
    computed: "enabled keySpec keyUsage multiRegion policy",
    replaceUnknown: true,
  },
  "aws:kms/grant:Grant": {
    required: "granteePrincipal keyId operations",
    outputs: "grantId grantToken",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:kms/key:Key": {
    replaceUncertain: "customerMasterKeySpec keyUsage multiRegion customKeyStoreId xksKeyId",
    outputs: "arn keyId tagsAll",
    computed: "description multiRegion policy rotationPeriodInDays",
  },
  "aws:kms/keyPolicy:KeyPolicy": {
    required: "keyId policy",
    replaceUnknown: true,
  },
  "aws:kms/replicaExternalKey:ReplicaExternalKey": {
    required: "primaryKeyArn",
    outputs: "arn expirationModel keyId keyState keyUsage tagsAll",
    computed: "enabled policy",
    replaceUnknown: true,
  },
  "aws:kms/replicaKey:ReplicaKey": {
    required: "primaryKeyArn",
    outputs: "arn keyId keyRotationEnabled keySpec keyUsage tagsAll",
    computed: "policy",
    replaceUnknown: true,
  },
};
