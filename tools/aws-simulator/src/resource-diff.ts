import { UNKNOWN } from "@org/offline-engine";
import type { DiffRequest, DiffResult, PropertyDiff, PropertyMap, PropertyValue } from "@org/offline-engine";
import { isAutoName } from "./checked-inputs";
import type { CompiledDefinition } from "./compiled-definition";
import { compareInputs, detailedDiff, sameValue } from "./diff";
import { nameProperty } from "./object-names";

/** What the new inputs mean for a resource, given where the provider now works and the tags that it adds. */
export function diffResource(
  compiled: CompiledDefinition,
  request: DiffRequest,
  provider: { readonly region: string; readonly tagsAll: PropertyValue },
): DiffResult {
  const { definition, schema } = compiled;
  const olds = effectiveOlds(compiled, request);
  const news = { ...request.newInputs };
  // Nobody remembers what was written: another input, its version, says that it changed.
  for (const property of definition.writeOnly ?? []) {
    delete olds[property];
    delete news[property];
  }
  const { changed, paths } = compareInputs(olds, news, definition.comparisons);
  const replaces = new Set([...changed].filter((property) => schema.replace.has(property)));
  for (const property of definition.replaceWhen?.(olds, request.newInputs, changed) ?? []) {
    if (changed.has(property)) replaces.add(property);
  }
  const movesRegion = !schema.global && movedRegion(request.oldOutputs["region"], provider.region);
  if (movesRegion) replaces.add("region");
  const detailed: Record<string, PropertyDiff> = detailedDiff(paths, replaces);
  if (movesRegion && detailed["region"] === undefined) detailed["region"] = { kind: "update-replace", inputDiff: false };
  if (schema.taggable && !changed.has("tags")) addDefaultTags(detailed, request.oldOutputs["tagsAll"], provider.tagsAll);
  return {
    changes: Object.keys(detailed).length > 0,
    replaces: [...replaces],
    ...(replaces.size > 0 && keepsItsName(compiled, request, changed) ? { deleteBeforeReplace: true } : {}),
    detailedDiff: detailed,
  };
}

/**
 * The old inputs, and for an input that is new the value that AWS had filled in: to write down what is already so changes
 * nothing. What AWS goes on filling in when the input is taken away is no change either.
 */
function effectiveOlds(compiled: CompiledDefinition, request: DiffRequest): PropertyMap {
  const olds: PropertyMap = { ...request.oldInputs };
  for (const property of Object.keys(request.newInputs)) {
    const actual = request.oldOutputs[property];
    if (olds[property] === undefined && actual !== undefined && sameValue(actual, request.newInputs[property])) olds[property] = actual;
  }
  for (const property of compiled.schema.computed) {
    if (request.newInputs[property] === undefined) delete olds[property];
  }
  if (request.newInputs["region"] === undefined) delete olds["region"];
  return olds;
}

function movedRegion(old: PropertyValue | undefined, region: string): boolean {
  return typeof old === "string" && old !== UNKNOWN && old !== region;
}

function addDefaultTags(detailed: Record<string, PropertyDiff>, old: PropertyValue | undefined, now: PropertyValue): void {
  if (old === undefined) return;
  for (const [path, { kind }] of compareInputs({ tagsAll: old }, { tagsAll: now }).paths) {
    detailed[path] = { kind, inputDiff: false };
  }
}

/** A replacement of the same name, which the program chose, cannot stand beside the old resource. */
function keepsItsName(compiled: CompiledDefinition, request: DiffRequest, changed: ReadonlySet<string>): boolean {
  const property = nameProperty(compiled.definition);
  if (property === undefined || compiled.definition.name?.autoName === false || changed.has(property)) return false;
  const name = request.newInputs[property];
  return typeof name === "string" && !isAutoName(compiled, request.name, name);
}
