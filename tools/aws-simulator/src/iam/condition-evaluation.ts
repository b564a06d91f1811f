import { matchesArn, matchesGlob } from "./glob";
import type { Condition } from "./policy-document";

/** What a request carries, by condition key. A list is a multi-valued key. */
export type RequestContext = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Whether a condition holds; `unsure` when it hangs on a key whose value nobody knows. */
export type Holds = "yes" | "no" | "unsure";

type Compare = (wanted: string, got: string) => boolean;

const numbers =
  (compare: (got: number, wanted: number) => boolean): Compare =>
  (wanted, got) =>
    compare(Number(got), Number(wanted));
const dates =
  (compare: (got: number, wanted: number) => boolean): Compare =>
  (wanted, got) =>
    compare(instant(got), instant(wanted));

/** Operators in their positive form; a negative one holds when its positive twin does not. */
const comparisons: Readonly<Record<string, Compare>> = {
  StringEquals: (wanted, got) => wanted === got,
  StringEqualsIgnoreCase: (wanted, got) => wanted.toLowerCase() === got.toLowerCase(),
  StringLike: matchesGlob,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (wanted, got) => wanted.toLowerCase() === got.toLowerCase(),
  BinaryEquals: (wanted, got) => wanted === got,
  IpAddress: (wanted, got) => addressInRange(wanted, got),
  NumericEquals: numbers((got, wanted) => got === wanted),
  NumericLessThan: numbers((got, wanted) => got < wanted),
  NumericLessThanEquals: numbers((got, wanted) => got <= wanted),
  NumericGreaterThan: numbers((got, wanted) => got > wanted),
  NumericGreaterThanEquals: numbers((got, wanted) => got >= wanted),
  DateEquals: dates((got, wanted) => got === wanted),
  DateLessThan: dates((got, wanted) => got < wanted),
  DateLessThanEquals: dates((got, wanted) => got <= wanted),
  DateGreaterThan: dates((got, wanted) => got > wanted),
  DateGreaterThanEquals: dates((got, wanted) => got >= wanted),
};

const negations: Readonly<Record<string, string>> = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
  NotIpAddress: "IpAddress",
  NumericNotEquals: "NumericEquals",
  DateNotEquals: "DateEquals",
};

const operators = new Set([...Object.keys(comparisons), ...Object.keys(negations), "Null"].map((name) => name.toLowerCase()));

/**
 * Whether IAM has the operator, written without quantifier and `IfExists`. Whether case matters to IAM is not
 * documented, so it does not matter here.
 */
export function isConditionOperator(name: string): boolean {
  return operators.has(name.toLowerCase());
}

/**
 * Evaluates one condition line.
 *
 * @param openContext a key that the context does not name may have any value, instead of being absent
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function evaluateCondition(condition: Condition, context: RequestContext, openContext: boolean): Holds {
  const got = valuesOf(context, condition.key);
  if (got === undefined && openContext) return "unsure";
  if (condition.operator === "Null") {
    return condition.values.some((wanted) => (wanted.toLowerCase() === "true") === (got === undefined)) ? "yes" : "no";
  }
  const negated = negations[condition.operator];
  const compare = comparisons[negated ?? condition.operator];
  if (compare === undefined) return "unsure";
  if (got === undefined) {
    // A set that is not there has no member that could break the rule, and none that could meet it.
    if (condition.quantifier === "ForAllValues") return "yes";
    if (condition.quantifier === "ForAnyValue") return condition.ifExists ? "yes" : "no";
    return condition.ifExists || negated !== undefined ? "yes" : "no";
  }
  const wanted = condition.values.map((value) => substitute(value, context, openContext));
  const member = (value: string): Holds => {
    const matches = wanted.some((pattern) => pattern !== undefined && compare(pattern, value));
    if (!matches && wanted.includes(undefined)) return "unsure";
    return matches === (negated === undefined) ? "yes" : "no";
  };
  const answers = got.map(member);
  // Without a quantifier a positive operator wants one matching value, a negative one wants none to match.
  const every = condition.quantifier === "ForAllValues" || (condition.quantifier === undefined && negated !== undefined);
  return every ? all(answers) : any(answers);
}

/** All hold; of nothing, yes. */
export function all(answers: readonly Holds[]): Holds {
  if (answers.includes("no")) return "no";
  return answers.includes("unsure") ? "unsure" : "yes";
}

function any(answers: readonly Holds[]): Holds {
  if (answers.includes("yes")) return "yes";
  return answers.includes("unsure") ? "unsure" : "no";
}

function valuesOf(context: RequestContext, lowerCaseKey: string): readonly string[] | undefined {
  for (const [key, value] of Object.entries(context)) {
    if (key.toLowerCase() !== lowerCaseKey) continue;
    return typeof value === "object" ? value : [String(value)];
  }
  return undefined;
}

/** Puts the request's values into `${aws:...}`; undefined when one of them cannot be known. */
function substitute(pattern: string, context: RequestContext, openContext: boolean): string | undefined {
  let known = true;
  const text = pattern.replaceAll(/\$\{([^}]*)\}/g, (whole, name: string) => {
    if (name === "*" || name === "?" || name === "$") return name;
    const [key = "", fallback] = name.split(",", 2).map((part) => part.trim());
    const values = valuesOf(context, key.toLowerCase());
    if (values?.length === 1) return values[0] ?? "";
    if (fallback !== undefined && !openContext) return fallback.replaceAll(/^'|'$/g, "");
    known = !openContext;
    return whole;
  });
  return known ? text : undefined;
}

function instant(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function addressInRange(range: string, address: string): boolean {
  const [base = "", length = "32"] = range.split("/", 2);
  const from = addressNumber(base);
  const asked = addressNumber(address);
  // IPv6 ranges are compared as text: no policy that the simulator judges hangs on one.
  if (from === undefined || asked === undefined) return range === address;
  const size = 2 ** (32 - Number(length));
  return Math.floor(from / size) === Math.floor(asked / size);
}

function addressNumber(text: string): number | undefined {
  const parts = text.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
