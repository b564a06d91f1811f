import type { PropertyMap } from "@org/offline-engine";
import type { ResourceContext } from "../resource-context";
import type { Refusal, Rule } from "../rule";
import { parsePolicyDocument } from "./policy-document";
import { policyProblem } from "./policy-grammar";
import { policyKinds } from "./policy-kinds";
import type { PolicyKind } from "./policy-kinds";
import { invalidPrincipal } from "./policy-principals";
import type { NamedPrincipal } from "./policy-principals";

/** The JSON text of a policy input. The provider's check has made text of documents that were given as objects. */
export function policyText(values: PropertyMap, property: string): string | undefined {
  const value = values[property];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The rule that a policy document has the form its kind wants. */
export function documentRule(id: string, kind: PolicyKind, property: string): Rule {
  return {
    id,
    source: policyKinds[kind].source,
    cause: "The document does not follow the policy grammar of its kind.",
    remedy: "Correct the policy document.",
    reads: [property],
    refuse: ({ inputs }) => {
      const text = policyText(inputs, property);
      return text === undefined ? undefined : policyProblem(kind, text);
    },
  };
}

/** The rule that the principals of a policy document exist; each service says it in its own words. */
export function principalsRule(
  id: string,
  kind: PolicyKind,
  property: string,
  message: (principal: NamedPrincipal) => string,
): Rule {
  return {
    id,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    cause: "AWS resolves the principals of a policy when it is put, and one of them names nothing.",
    remedy: "Name the principal by ARN, and create the role before the policy that names it.",
    reads: [property],
    // The role may be made by an earlier step of the run.
    deploymentOnly: true,
    refuse: (context): Refusal | undefined => {
      const text = policyText(context.inputs, property);
      if (text === undefined) return undefined;
      const principal = invalidPrincipal(parsePolicyDocument(text), identitiesOf(context));
      if (principal === undefined) return undefined;
      return {
        code: policyKinds[kind].code,
        message: message(principal),
        remedy: `"${principal.name}" names no principal that exists: give the ARN of a role, and make this resource depend on the role.`,
      };
    },
  };
}

function identitiesOf(context: ResourceContext): Parameters<typeof invalidPrincipal>[1] {
  return {
    accountId: context.accountId,
    exists: (arn) => context.findByArn(arn)?.type === "aws:iam/role:Role",
  };
}
