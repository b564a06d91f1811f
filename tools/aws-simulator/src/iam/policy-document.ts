/** Who a statement is about. */
export interface PrincipalElement {
  /** True for `NotPrincipal`. */
  readonly negated: boolean;
  /** True for `"*"` and `{ "AWS": "*" }`: every identity, signed or not. */
  readonly anyone: boolean;
  /** Account ids, root ARNs, role and user ARNs. */
  readonly aws: readonly string[];
  readonly service: readonly string[];
  readonly federated: readonly string[];
  readonly canonicalUser: readonly string[];
}

/** The patterns of `Action` / `Resource`, or of their `Not` forms. */
export interface PatternElement {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** One line of a `Condition` block. */
export interface Condition {
  /** Bare operator: `StringLike`, without quantifier and `IfExists`. */
  readonly operator: string;
  readonly quantifier?: "ForAllValues" | "ForAnyValue";
  readonly ifExists: boolean;
  /** Condition key, lower case: IAM compares keys without case. */
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  /** Absent in an identity policy, which speaks about whoever holds it. */
  readonly principal?: PrincipalElement;
  readonly action: PatternElement;
  /** Absent in a trust policy, which speaks about its own role. */
  readonly resource?: PatternElement;
  readonly conditions: readonly Condition[];
}

export interface PolicyDocument {
  readonly version: string;
  readonly statements: readonly Statement[];
}

type Json = { readonly [key: string]: unknown };

/** A policy written once is asked many times in a run; the text is the identity. */
const parsed = new Map<string, PolicyDocument>();
const MAX_REMEMBERED = 2000;

/**
 * Reads a policy that `policyProblem` found nothing wrong with. What is not a policy has no statements: it allows nothing.
 */
export function parsePolicyDocument(text: string): PolicyDocument {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const document = readDocument(text);
  if (parsed.size >= MAX_REMEMBERED) parsed.clear();
  parsed.set(text, document);
  return document;
}

function readDocument(text: string): PolicyDocument {
  const document = parseObject(text);
  if (document === undefined) return { version: "2008-10-17", statements: [] };
  return {
    version: typeof document["Version"] === "string" ? document["Version"] : "2008-10-17",
    statements: listOf(document["Statement"]).filter(isObject).flatMap(readStatement),
  };
}

function readStatement(statement: Json): Statement[] {
  const effect = statement["Effect"];
  const action = readPatterns(statement, "Action");
  if ((effect !== "Allow" && effect !== "Deny") || action === undefined) return [];
  const sid = statement["Sid"];
  const principal = readPrincipal(statement);
  const resource = readPatterns(statement, "Resource");
  return [
    {
      effect,
      action,
      conditions: readConditions(statement["Condition"]),
      ...(typeof sid === "string" ? { sid } : {}),
      ...(principal === undefined ? {} : { principal }),
      ...(resource === undefined ? {} : { resource }),
    },
  ];
}

function readPatterns(statement: Json, element: "Action" | "Resource"): PatternElement | undefined {
  for (const [name, negated] of [
    [element, false],
    [`Not${element}`, true],
  ] as const) {
    if (statement[name] !== undefined) return { negated, patterns: stringsOf(statement[name]) };
  }
  return undefined;
}

function readPrincipal(statement: Json): PrincipalElement | undefined {
  for (const [name, negated] of [
    ["Principal", false],
    ["NotPrincipal", true],
  ] as const) {
    const value = statement[name];
    if (value === undefined) continue;
    const byKind = isObject(value) ? value : {};
    const aws = stringsOf(byKind["AWS"]);
    return {
      negated,
      anyone: value === "*" || aws.includes("*"),
      aws: aws.filter((name) => name !== "*"),
      service: stringsOf(byKind["Service"]),
      federated: stringsOf(byKind["Federated"]),
      canonicalUser: stringsOf(byKind["CanonicalUser"]),
    };
  }
  return undefined;
}

function readConditions(block: unknown): Condition[] {
  if (!isObject(block)) return [];
  return Object.entries(block).flatMap(([written, keys]) => {
    if (!isObject(keys)) return [];
    const operator = readOperator(written);
    return Object.entries(keys).map(([key, values]) => ({
      ...operator,
      key: key.toLowerCase(),
      values: stringsOf(values),
    }));
  });
}

/** Takes `ForAnyValue:StringLikeIfExists` apart. */
export function readOperator(written: string): Pick<Condition, "operator" | "quantifier" | "ifExists"> {
  const [first, second] = written.split(":", 2);
  const quantified = first === "ForAllValues" || first === "ForAnyValue";
  const bare = quantified ? (second ?? "") : written;
  const ifExists = bare.endsWith("IfExists");
  return {
    operator: ifExists ? bare.slice(0, -"IfExists".length) : bare,
    ifExists,
    ...(quantified ? { quantifier: first } : {}),
  };
}

/** The JSON object that the text holds, or undefined. */
export function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Most elements of a policy may be one value or a list of them. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A condition value may be written `false` or `3600`; IAM reads it as text. */
function stringsOf(value: unknown): string[] {
  return listOf(value).flatMap((item) =>
    typeof item === "string" ? [item] : typeof item === "boolean" || typeof item === "number" ? [String(item)] : [],
  );
}
