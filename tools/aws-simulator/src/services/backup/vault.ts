import { filledInputs } from "../../filled-inputs";
import { defineResource } from "../../resource-definition";
import { keyTypes } from "../kms/key-access";

/**
 * No backup is ever taken here, so the vault stays empty. In AWS one that holds recovery points is not deleted
 * ("Backup vault cannot be deleted because it contains recovery points."), unless forceDestroy empties it.
 */
export const vault = defineResource({
  type: "aws:backup/vault:Vault",
  defaults: { forceDestroy: false },
  name: {
    taken: () => ({ code: "AlreadyExistsException", message: "Backup vault with the same name already exists" }),
  },
  references: [{ path: "kmsKeyArn", to: keyTypes }],
  create: (context) => {
    const name = context.text("name") ?? "";
    return {
      id: name,
      arn: context.arn("backup", `backup-vault:${name}`),
      outputs: {
        recoveryPoints: 0,
        // AWS's own key, aws/backup.
        ...filledInputs(context.inputs, { kmsKeyArn: context.arn("kms", `key/${context.identifiers.uuid()}`) }),
      },
    };
  },
});
