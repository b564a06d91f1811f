import { UserError } from "./engine";
import type { PropertyMap } from "./provider";
import type { DeploymentState } from "./resource-state";
import { containsSecret } from "./secret-values";
import { ORGANIZATION } from "./state-layout";
import { STACK_TYPE } from "./urn";

/** What reading a `pulumi:pulumi:StackReference` answers. */
export interface StackReferenceOutputs {
  /** As the program wrote it. */
  readonly name: string;
  /** Secrets in wire form. */
  readonly outputs: PropertyMap;
  /** Names of the outputs that are, or contain, secrets. */
  readonly secretOutputNames: readonly string[];
}

/**
 * The stack that a reference means in a file backend, where every stack belongs to the organization `organization`.
 * @throws UserError when it names another organization or has too many parts.
 */
export function resolveStackName(
  reference: string,
  currentProject: string,
): { readonly project: string; readonly stack: string } {
  const parts = reference.split("/");
  const stack = parts.at(-1) ?? "";
  if (parts.length === 1) return { project: currentProject, stack };
  if (parts[0] === ORGANIZATION && parts.length === 2) return { project: currentProject, stack };
  if (parts[0] === ORGANIZATION && parts.length === 3) return { project: parts[1] ?? "", stack };
  throw new UserError(
    `the stack reference "${reference}" cannot be found offline: write <stack>, or ${ORGANIZATION}/<project>/<stack>`,
  );
}

/** The outputs of a stack with the state given; none when it has no stack resource (yet, or any more). */
export function stackReferenceOutputs(name: string, state: DeploymentState): StackReferenceOutputs {
  const stack = state.resources.find(({ type, delete: leaving }) => type === STACK_TYPE && leaving !== true);
  const outputs = stack?.outputs ?? {};
  const secretOutputNames = Object.keys(outputs).filter((key) => containsSecret(outputs[key]));
  return { name, outputs, secretOutputNames };
}
