import { nameKey } from "../../object-names";
import type { ResourceContext } from "../../resource-context";
import type { Reference } from "../../resource-definition";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { secretType } from "./secret";

const secretIdPage = "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html";

/** An input that names the secret something belongs to, and goes with. */
export function secretReference(path: string): Reference {
  return { path, to: secretType, within: true };
}

/** The secret that an ARN or a name names. */
export function findSecret(context: ResourceContext, arnOrName: string): WorldObject | undefined {
  return context.find(secretType, arnOrName) ?? context.named(nameKey(secretType, context.region, arnOrName))[0];
}

/** The rules that the secret exists and is not on its way out; `owner` is the kebab-case name of what belongs to it. */
export function secretRules(owner: string, path: string): Rule[] {
  return [
    {
      id: `secretsmanager/${owner}-secret-exists`,
      source: secretIdPage,
      cause: "The secret does not exist.",
      remedy: "Give the output `id` or `arn` of a Secret of the same region.",
      reads: [path],
      deploymentOnly: true,
      refuse: (context) => {
        const secret = context.text(path) ?? "";
        const foreign = secret.startsWith("arn:") && !secret.includes(`:${context.accountId}:`);
        if (foreign || findSecret(context, secret) !== undefined) return undefined;
        return { code: "ResourceNotFoundException", message: "Secrets Manager can't find the specified secret." };
      },
    },
    {
      id: `secretsmanager/${owner}-secret-alive`,
      source: secretIdPage,
      cause: "The secret is scheduled for deletion.",
      remedy: "Restore the secret, or use another.",
      reads: [path],
      refuse: (context) => {
        if (findSecret(context, context.text(path) ?? "")?.deletionDate === undefined) return undefined;
        return {
          code: "InvalidRequestException",
          message: "You can't perform this operation on the secret because it was marked for deletion.",
        };
      },
    },
  ];
}
