import type { SchemaRow } from "../resource-schema";

/** Replacements were read in the provider's source (`ForceNew`). */
export const backupSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:backup/plan:Plan": {
    required: "rules",
    replace: "name",
    outputs: "arn tagsAll version",
    computed: "name",
  },
  "aws:backup/selection:Selection": {
    required: "iamRoleArn planId",
    replace: "conditions iamRoleArn name notResources planId resources selectionTags",
    computed: "conditions name notResources",
  },
  "aws:backup/vault:Vault": {
    replace: "kmsKeyArn name",
    outputs: "arn recoveryPoints tagsAll",
    computed: "kmsKeyArn name",
  },
};
