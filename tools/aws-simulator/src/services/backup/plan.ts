import type { PropertyMap } from "@org/offline-engine";
import { changesInput } from "../../changed-inputs";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import { planRules } from "./plan-rules";

export const planType = "aws:backup/plan:Plan";

/** AWS names each version of a plan's document. */
function versionOf({ identifiers }: ResourceContext): PropertyMap {
  return { version: identifiers.alphanumeric(48) };
}

export const plan = defineResource({
  type: planType,
  comparisons: { advancedBackupSettings: "set", rules: "set" },
  // Plans may share a name: AWS knows them by their ids.
  name: {},
  rules: planRules,
  volatile: (context) => (changesInput(context, "rules", "advancedBackupSettings") ? ["version"] : []),
  create: (context) => {
    const id = context.identifiers.uuid();
    return { id, arn: context.arn("backup", `backup-plan:${id}`), outputs: versionOf(context) };
  },
  update: (context) => (changesInput(context, "rules", "advancedBackupSettings") ? versionOf(context) : {}),
});
