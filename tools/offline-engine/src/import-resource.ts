import type { DeploymentContext } from "./deployment";
import { desiredState } from "./desired-state";
import { ProviderError, isUnknown } from "./provider";
import { type CustomRegistration, checkInputs, factsOf } from "./register-custom";
import type { ResourceState } from "./resource-state";
import { markSecretKeys, markSecretsLike, toProviderMap } from "./secret-values";
import { withoutUndefined } from "./wire-values";

/** Takes an object that exists already under the program's management; its inputs must be what the program says. */
export async function importResource(
  context: DeploymentContext,
  registration: CustomRegistration,
  id: string,
): Promise<ResourceState> {
  const { runner } = context;
  const { urn, goal, old, served, request } = registration;
  const facts = { ...factsOf(urn, goal, old), op: "import" as const };
  const found = isUnknown(id) ? undefined : await served.provider.read({ ...request, id });
  if (found === undefined) {
    throw new ProviderError(
      "NotFound",
      `cannot import \`${id}\`: there is no \`${goal.type}\` with this id`,
      "Check the id given as `import`, and the region it is looked up in.",
    );
  }
  const inputs = await checkInputs(registration, undefined);
  const { changes, detailedDiff } = await served.provider.diff({
    ...request,
    id: found.id,
    oldInputs: found.inputs,
    oldOutputs: found.outputs,
    newInputs: toProviderMap(inputs),
  });
  if (changes) {
    throw new ProviderError(
      "ImportMismatch",
      `cannot import \`${id}\`: it differs from the program in ${Object.keys(detailedDiff).join(", ") || "its inputs"}`,
      "Make the program's inputs equal to the existing resource's, import it, and change it afterwards.",
    );
  }
  const now = new Date().toISOString();
  const outputs = markSecretKeys(
    markSecretsLike(withoutUndefined(found.outputs), inputs),
    goal.additionalSecretOutputs,
  );
  const state = desiredState({ urn, goal, id: found.id, inputs, outputs, created: now, modified: now });
  return runner.record(facts, state, { put: state, ...(old !== undefined && { drop: old }) });
}
