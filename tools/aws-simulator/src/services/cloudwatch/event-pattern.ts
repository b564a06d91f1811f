import { isObject, parseObject } from "../../iam/policy-document";

/** Filters that may stand in a pattern's list, beside plain values. */
const filters = new Set([
  "anything-but",
  "cidr",
  "equals-ignore-case",
  "exists",
  "numeric",
  "prefix",
  "suffix",
  "wildcard",
]);

/**
 * Why EventBridge would not take an event pattern, in the words after `Reason: `; undefined when it would.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function patternFault(text: string): string | undefined {
  const pattern = parseObject(text);
  if (pattern === undefined) return "Filter is not an object";
  if (Object.keys(pattern).length === 0) return "Empty patterns are not allowed";
  return faultIn(pattern);
}

function faultIn(pattern: { readonly [key: string]: unknown }): string | undefined {
  for (const [key, value] of Object.entries(pattern)) {
    const fault = key === "$or" ? faultInAlternatives(value) : faultInField(key, value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultInAlternatives(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isObject)) return "$or must be a list of at least two objects";
  return value.map(faultIn).find((fault) => fault !== undefined);
}

function faultInField(key: string, value: unknown): string | undefined {
  if (isObject(value)) return Object.keys(value).length === 0 ? "Empty objects are not allowed" : faultIn(value);
  if (!Array.isArray(value)) return `"${key}" must be an object or an array`;
  if (value.length === 0) return "Empty arrays are not allowed";
  for (const item of value) {
    if (Array.isArray(item)) return "Match value must be String, number, true, false, or null";
    const unknown = isObject(item) ? Object.keys(item).find((name) => !filters.has(name)) : undefined;
    if (unknown !== undefined) return `Unrecognized match type ${unknown}`;
  }
  return undefined;
}
