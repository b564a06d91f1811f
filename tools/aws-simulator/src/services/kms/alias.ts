import { changesInput } from "../../changed-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { findKey, keyTypes } from "./key-access";

const aliasPage = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html";

const targetIsAlive: Rule = {
  id: "kms/alias-target-not-pending-deletion",
  source: aliasPage,
  cause: "The key waits for its deletion.",
  remedy: "Point the alias at another key, or cancel the deletion of this one.",
  reads: ["targetKeyId"],
  refuse: (context) => {
    const key = findKey(context, context.text("targetKeyId") ?? "");
    if (key?.deletionDate === undefined) return undefined;
    return { code: "KMSInvalidStateException", message: `${key.arn ?? key.id} is pending deletion.` };
  },
};

export const alias = defineResource({
  type: "aws:kms/alias:Alias",
  name: {
    autoNamePrefix: "alias/",
    taken: (name, _holder, context) => ({
      code: "AlreadyExistsException",
      message: `An alias with the name ${context.arn("kms", name)} already exists`,
    }),
  },
  references: [
    {
      path: "targetKeyId",
      to: keyTypes,
      within: true,
      notFound: (value, context) => ({
        code: "NotFoundException",
        message: `Key '${value.startsWith("arn:") ? value : context.arn("kms", `key/${value}`)}' does not exist`,
      }),
    },
  ],
  rules: [targetIsAlive],
  volatile: (context) => (changesInput(context, "targetKeyId") ? ["targetKeyArn"] : []),
  create: (context) => {
    const { name, outputs } = physicalName(context);
    return {
      id: name,
      arn: context.arn("kms", name),
      outputs: { ...outputs, targetKeyArn: findKey(context, context.text("targetKeyId") ?? "")?.arn ?? "" },
    };
  },
  update: (context) => ({ targetKeyArn: findKey(context, context.text("targetKeyId") ?? "")?.arn ?? "" }),
});
