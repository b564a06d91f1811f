import type { SchemaRow } from "../resource-schema";

export const secretsmanagerSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:secretsmanager/secret:Secret": {
    replace: "name",
    replaceUncertain: "namePrefix",
    outputs: "arn tagsAll",
    computed: "name namePrefix policy",
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": {
    required: "policy secretArn",
    replaceUnknown: true,
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    required: "secretId",
    replace: "secretId",
    computed: "rotationEnabled",
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    required: "secretId",
    replaceUncertain: "secretId secretString secretBinary secretStringWoVersion",
    outputs: "arn hasSecretStringWo secretArn versionId",
    computed: "versionStages",
  },
  "aws:secretsmanager/tag:Tag": {
    required: "key secretId value",
    replaceUnknown: true,
  },
};
