import type { PropertyValue } from "@org/offline-engine";
import { isMap } from "./is-map";
import type { Resource } from "./resource";

/** One statement of an IAM policy document. */
export interface Statement {
  readonly effect: string;
  /** `*` where `NotAction` allows. */
  readonly actions: readonly string[];
  /** `*` where `NotResource` allows. */
  readonly resources: readonly string[];
  /** `*`, also where `NotPrincipal` allows; `AWS:arn:...`, `Service:ec2.amazonaws.com`, `CanonicalUser:...`. */
  readonly principals: readonly string[];
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly operator: string;
  /** In lower case, as AWS compares them. */
  readonly key: string;
  readonly values: readonly string[];
}

/** The statements of the documents that stand at a path of a resource. */
export function statementsOf(resource: Resource, path = "policy"): Statement[] {
  // AWS has an empty text where there is no policy.
  return resource.texts(path).filter((text) => text !== "").flatMap((text) => {
    const document = JSON.parse(text) as PropertyValue;
    return isMap(document) ? listOf(document["Statement"]).filter(isMap).map(statementOf) : [];
  });
}

function statementOf(statement: Record<string, PropertyValue>): Statement {
  return {
    effect: String(statement["Effect"]),
    actions: allBut(statement, "NotAction") ?? listOf(statement["Action"]).map(String),
    resources: allBut(statement, "NotResource") ?? listOf(statement["Resource"]).map(String),
    principals: allBut(statement, "NotPrincipal") ?? principalsOf(statement["Principal"]),
    conditions: conditionsOf(statement["Condition"]),
  };
}

/** What `NotAction` and the like stand for, at least: an Allow reaches nearly everything, a Deny perhaps nothing that matters. */
function allBut(statement: Record<string, PropertyValue>, element: "NotAction" | "NotResource" | "NotPrincipal"): string[] | undefined {
  if (statement[element] === undefined) return undefined;
  return statement["Effect"] === "Allow" ? ["*"] : [];
}

function principalsOf(principal: PropertyValue | undefined): string[] {
  if (!isMap(principal)) return listOf(principal).map(String);
  return Object.entries(principal).flatMap(([kind, names]) =>
    listOf(names).map((name) => (kind === "AWS" && name === "*" ? "*" : `${kind}:${String(name)}`)),
  );
}

function conditionsOf(condition: PropertyValue | undefined): Condition[] {
  if (!isMap(condition)) return [];
  return Object.entries(condition).flatMap(([operator, tests]) =>
    isMap(tests)
      ? Object.entries(tests).map(([key, values]) => ({ operator, key: key.toLowerCase(), values: listOf(values).map(String) }))
      : [],
  );
}

function listOf(value: PropertyValue | undefined): PropertyValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Keys whose condition ties a statement to an account, an organisation or a source of one's own. */
const TRUST_KEYS = [
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceowner",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:resourceaccount",
  "aws:resourceorgid",
  "kms:calleraccount",
];

/** `Not...` and `Null` say who it is not; what ends in `IfExists` also holds for requests that do not say. */
const EXCLUDING = /^(.*:)?(\w*Not\w*|Null)$|IfExists$/i;

/** Whether a condition ties the statement to somebody known. */
export function isTiedDown({ conditions }: Statement): boolean {
  return conditions.some(({ operator, key, values }) => TRUST_KEYS.includes(key) && !EXCLUDING.test(operator) && !values.includes("*"));
}

export function isAllow({ effect }: Statement): boolean {
  return effect === "Allow";
}

/** Allows everybody, and no condition says who. */
export function isPublic(statement: Statement): boolean {
  return isAllow(statement) && statement.principals.includes("*") && !isTiedDown(statement);
}

/** Whether an action of the statement covers the given one, wildcards included. */
export function coversAction({ actions }: Statement, action: string): boolean {
  return actions.some((pattern) => {
    const expression = pattern.toLowerCase().replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
    return new RegExp(`^${expression}$`).test(action.toLowerCase());
  });
}

/** Denies all actions of the service to everybody who comes without TLS. */
export function deniesPlainHttp(statements: readonly Statement[], action: string): boolean {
  return statements.some(
    (statement) =>
      statement.effect === "Deny" &&
      statement.principals.includes("*") &&
      coversAction(statement, action) &&
      statement.conditions.some(({ key, values }) => key === "aws:securetransport" && values.includes("false")),
  );
}
