import { deepEqual } from "./deep-equal";
import { type PathSegment, copyAtPath, parsePath, pathContains } from "./property-path";
import type { DiffResult, PropertyDiff, PropertyDiffKind, PropertyMap } from "./provider";
import type { ResourceGoal } from "./resource-goal";
import type { ResourceState } from "./resource-state";

/** What has to be done to bring one resource from what it is to what it should be. */
export type StepPlan =
  | { readonly op: "create" }
  | { readonly op: "same" }
  | { readonly op: "update"; readonly detailedDiff: DetailedDiff }
  | {
      readonly op: "replace";
      readonly keys: readonly string[];
      readonly detailedDiff: DetailedDiff;
      /** Whether the old object goes before the new one comes, after it, or is gone already. */
      readonly oldObject: "delete-after" | "delete-before" | "gone";
    };

type DetailedDiff = Readonly<Record<string, PropertyDiff>>;

/** The goal's options that decide between update and replacement. */
export type PlannedGoal = Pick<ResourceGoal, "custom" | "replaceOnChanges" | "deleteBeforeReplace">;

/**
 * Decides what to do with a resource; pure.
 * @param old what the state has under this URN (or one of the aliases), if anything
 * @param diff the provider's answer; undefined for a component, which has no provider
 * @param replacedBecause names of other reasons to replace, for example a resource given as `replaceWith`
 */
export function planStep(args: {
  readonly old: ResourceState | undefined;
  readonly goal: PlannedGoal;
  readonly newInputs: PropertyMap;
  readonly diff: DiffResult | undefined;
  readonly replacedBecause: readonly string[];
}): StepPlan {
  const { old, goal, newInputs, diff, replacedBecause } = args;
  // What was only read was never ours to update or delete: a resource of the same name is a new one.
  if (old === undefined || old.external === true) return { op: "create" };
  if (!goal.custom || diff === undefined) {
    return deepEqual(old.inputs, newInputs) ? { op: "same" } : { op: "update", detailedDiff: {} };
  }
  if (old.pendingReplacement === true) {
    return { op: "replace", keys: diff.replaces, detailedDiff: diff.detailedDiff, oldObject: "gone" };
  }
  const detailedDiff = withForcedReplacements(diff, goal.replaceOnChanges);
  const keys = unique([...diff.replaces, ...replacingKeys(detailedDiff), ...replacedBecause]);
  if (keys.length > 0) {
    const deleteFirst = goal.deleteBeforeReplace ?? diff.deleteBeforeReplace ?? false;
    return { op: "replace", keys, detailedDiff, oldObject: deleteFirst ? "delete-before" : "delete-after" };
  }
  return diff.changes ? { op: "update", detailedDiff } : { op: "same" };
}

/**
 * The program's inputs with the old values put back at every path of `ignoreChanges`.
 * Runs before Check, so that a default never replaces what was to be left alone.
 */
export function applyIgnoreChanges(
  news: PropertyMap,
  olds: PropertyMap | undefined,
  ignoreChanges: readonly string[],
): PropertyMap {
  if (olds === undefined) return news;
  return ignoreChanges.reduce((inputs, path) => copyAtPath(inputs, olds, parsePath(path)), news);
}

const REPLACING: Readonly<Record<PropertyDiffKind, PropertyDiffKind>> = {
  add: "add-replace",
  "add-replace": "add-replace",
  delete: "delete-replace",
  "delete-replace": "delete-replace",
  update: "update-replace",
  "update-replace": "update-replace",
};

function withForcedReplacements(diff: DiffResult, replaceOnChanges: readonly string[]): DetailedDiff {
  if (replaceOnChanges.length === 0) return diff.detailedDiff;
  const patterns = replaceOnChanges.map(parsePath);
  const result: Record<string, PropertyDiff> = {};
  for (const [path, change] of Object.entries(diff.detailedDiff)) {
    const forced = patterns.some((pattern) => pathContains(pattern, parsePath(path)));
    result[path] = forced ? { ...change, kind: REPLACING[change.kind] } : change;
  }
  return result;
}

function replacingKeys(detailedDiff: DetailedDiff): string[] {
  return Object.entries(detailedDiff)
    .filter(([, change]) => change.kind.endsWith("-replace"))
    .map(([path]) => topLevelKey(parsePath(path)));
}

function topLevelKey(path: readonly PathSegment[]): string {
  return String(path[0] ?? "");
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
