import type { Rule } from "@org/conformance";
import { isUnknown, type PropertyMap } from "@org/offline-engine";

type Judge = Rule["judge"];
type Subject = Parameters<Judge>[0];
type Stack = Parameters<Judge>[1];

/** A rule that does not judge by what it cannot know yet, and that remembers what it found. */
export interface KnowingRule extends Rule {
  /** URNs of the resources that break the rule, by their logical names. */
  readonly broken: ReadonlyMap<string, readonly string[]>;
  /** Whether a preview hides what a judgement depends on. */
  readonly undecided: boolean;
}

/**
 * The rule for one look at one stack. When it has read an unknown value to judge a resource, of this resource or of
 * another, it does not apply: two unknown values are no more equal than different, and the update, which knows the value, is judged as well.
 */
export function knowing(rule: Rule): KnowingRule {
  const broken = new Map<string, string[]>();
  let undecided = false;
  let hasReadUnknown = false;
  let watched: Stack | undefined;
  const judge: Judge = (subject, stack) => {
    if (watched !== stack) {
      watched = stack;
      for (const resource of stack.resources) watch(resource, () => (hasReadUnknown = true));
    }
    hasReadUnknown = false;
    let judgement: ReturnType<Judge>;
    try {
      judgement = rule.judge(subject, stack);
    } catch (error) {
      // An unknown policy document is no JSON, for example.
      if (!hasReadUnknown) throw error;
    }
    if (hasReadUnknown) {
      undecided = true;
      return undefined;
    }
    if (judgement !== false) return judgement;
    broken.set(subject.name, [...(broken.get(subject.name) ?? []), subject.urn]);
    return false;
  };
  return {
    ...rule,
    judge,
    broken,
    get undecided() {
      return undecided;
    },
  };
}

/** Tells whenever an unknown property of the resource, or its unknown id, is read. */
function watch(resource: Subject, onUnknown: () => void): void {
  const { state } = resource;
  const map = lazily(() => watchedMap(Reflect.get(Object.getPrototypeOf(resource), "map", resource) as PropertyMap, onUnknown));
  const inputs = lazily(() => watchedMap(state.inputs, onUnknown));
  const outputs = lazily(() => watchedMap(state.outputs, onUnknown));
  const id = () => {
    // An engine shows no id apart from the properties: where these have none, nobody knows it.
    if (state.custom && (state.id === undefined || isUnknown(state.id))) onUnknown();
    return state.id;
  };
  const watched = Object.create(state, { id: { get: id }, inputs: { get: inputs }, outputs: { get: outputs } });
  Object.defineProperties(resource, { state: { value: watched }, map: { get: map } });
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function watchedMap<T extends object>(map: T, onUnknown: () => void): T {
  return new Proxy(map, {
    get: (target, key, receiver) => {
      const value: unknown = Reflect.get(target, key, receiver);
      if (isUnknown(value)) onUnknown();
      return typeof value === "object" && value !== null ? watchedMap(value, onUnknown) : value;
    },
  });
}
