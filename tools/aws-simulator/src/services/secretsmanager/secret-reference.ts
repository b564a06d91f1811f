import type { ResourceContext } from "../../resource-context";
import type { Reference } from "../../resource-definition";
import type { Rule } from "../../rule";
import { secretType } from "./secret";

/** An input that names the secret something belongs to. */
export function secretReference(path: string): Reference {
  return {
    path,
    to: secretType,
    notFound: (value) => ({
      code: "ResourceNotFoundException",
      message: "Secrets Manager can't find the specified secret.",
      remedy: `"${value}" is no secret of this account and region: give the output \`id\` or \`arn\` of a Secret.`,
    }),
  };
}

/** The rule that the secret is not on its way out. */
export function secretIsAlive(id: string, path: string): Rule {
  return {
    id,
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
    cause: "The secret is scheduled for deletion.",
    remedy: "Restore the secret, or use another.",
    reads: [path],
    refuse: (context: ResourceContext) => {
      const secret = context.find(secretType, context.text(path) ?? "");
      if (secret?.deletionDate === undefined) return undefined;
      return {
        code: "InvalidRequestException",
        message: "You can't perform this operation on the secret because it was marked for deletion.",
      };
    },
  };
}
