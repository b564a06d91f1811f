import type { SchemaRow } from "../resource-schema";

export const ssmSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:ssm/document:Document": {
    required: "content documentType",
    outputs: "arn createdDate defaultVersion description documentVersion hash hashType latestVersion owner parameters platformTypes schemaVersion status tagsAll",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:ssm/parameter:Parameter": {
    required: "type",
    outputs: "hasValueWo tagsAll version",
    computed: "arn dataType insecureValue keyId name tier value",
    replaceUnknown: true,
  },
};
