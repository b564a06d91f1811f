import type { StackOutputs } from "./engine";
import type { ResourceState } from "./resource-state";
import { containsSecret, revealSecrets } from "./secret-values";
import { STACK_TYPE } from "./urn";

/** The outputs of the stack that a state is of. */
export function stackOutputs(resources: readonly ResourceState[]): StackOutputs {
  const root = resources.find(({ type, delete: leaving }) => type === STACK_TYPE && leaving !== true);
  return Object.fromEntries(
    Object.entries(root?.outputs ?? {}).map(([name, value]) => [
      name,
      { value: revealSecrets(value), secret: containsSecret(value) },
    ]),
  );
}
