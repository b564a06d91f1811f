import type { OperationV3, ResourceV3 } from "./deployment-v3";
import type { PassphraseSecrets } from "./passphrase-secrets";
import type { PropertyMap, PropertyValue } from "./provider";
import type { PendingOperation, ResourceState } from "./resource-state";
import { sealMap, unsealMap } from "./sealed-values";

/** The keys that have the same meaning and shape on both sides, in the order in which Pulumi writes them. */
const sameKeys = [
  "parent",
  "protect",
  "external",
  "dependencies",
  "initErrors",
  "provider",
  "propertyDependencies",
  "pendingReplacement",
  "additionalSecretOutputs",
  "customTimeouts",
  "importID",
  "retainOnDelete",
  "deletedWith",
  "created",
  "modified",
  "sourcePosition",
  "stackTrace",
  "ignoreChanges",
  "hideDiff",
  "replaceOnChanges",
] as const satisfies readonly (keyof ResourceState & keyof ResourceV3)[];

/** A state as a checkpoint has it. Aliases are left out: what they were for is done when the state is written. */
export function toResourceV3(state: ResourceState, secrets: PassphraseSecrets): ResourceV3 {
  const { urn, custom, type, id, inputs, outputs, replacementTrigger } = state;
  const place = placeOf(state);
  const resource: Record<string, unknown> = { urn, custom };
  if (id !== undefined && id !== "") resource["id"] = id;
  resource["type"] = type;
  if (state.delete === true) resource["delete"] = true;
  if (hasKeys(inputs)) resource["inputs"] = sealMap(inputs, secrets, `${place} inputs`);
  if (hasKeys(outputs)) resource["outputs"] = sealMap(outputs, secrets, `${place} outputs`);
  for (const key of sameKeys) {
    if (!isEmpty(state[key])) resource[key] = state[key];
  }
  if (replacementTrigger !== undefined) {
    resource["replacementTrigger"] = sealMap({ value: replacementTrigger }, secrets, place)["value"];
  }
  return resource as unknown as ResourceV3;
}

/** @throws UserError when a secret cannot be decrypted. */
export function fromResourceV3(resource: ResourceV3, secrets: PassphraseSecrets): ResourceState {
  const { urn, custom, type, id, inputs, outputs, replacementTrigger, aliases } = resource;
  const place = placeOf(resource);
  const state: Record<string, unknown> = {
    urn,
    type,
    custom,
    ...(id !== undefined && { id }),
    ...(resource.delete === true && { delete: true }),
    inputs: unsealMap(inputs ?? {}, secrets, `${place} inputs`),
    outputs: unsealMap(outputs ?? {}, secrets, `${place} outputs`),
  };
  for (const key of sameKeys) {
    if (resource[key] !== undefined) state[key] = resource[key];
  }
  state["dependencies"] = resource.dependencies ?? [];
  state["propertyDependencies"] = Object.fromEntries(
    Object.entries(resource.propertyDependencies ?? {}).map(([key, urns]) => [key, urns ?? []]),
  );
  if (aliases !== undefined) state["aliases"] = aliases;
  if (replacementTrigger !== undefined) {
    state["replacementTrigger"] = unsealMap({ value: replacementTrigger }, secrets, place)["value"];
  }
  return state as unknown as ResourceState;
}

export function toOperationV3({ resource, type }: PendingOperation, secrets: PassphraseSecrets): OperationV3 {
  return { resource: toResourceV3(resource, secrets), type };
}

export function fromOperationV3({ resource, type }: OperationV3, secrets: PassphraseSecrets): PendingOperation {
  return { resource: fromResourceV3(resource, secrets), type };
}

/** Names the object that a secret belongs to: of one URN there may be several while it is being replaced. */
function placeOf({ urn, id }: { readonly urn: string; readonly id?: string }): string {
  return `${urn} ${id ?? ""}`;
}

function hasKeys(map: PropertyMap): boolean {
  for (const _ in map) return true;
  return false;
}

/** Go's `omitempty`: what says nothing is not written. */
function isEmpty(value: PropertyValue | object | undefined): boolean {
  if (value === undefined || value === false || value === "" || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
