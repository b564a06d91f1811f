import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { defineFunction } from "../invoke-function";
import type { InvokeProblem } from "../invoke-function";

function list(value: PropertyValue | undefined): PropertyValue[] {
  return Array.isArray(value) ? value : [];
}

/** One value stands alone, several in a list, as the provider writes them. */
function oneOrMany(value: PropertyValue | undefined): PropertyValue | undefined {
  const values = list(value);
  return values.length === 0 ? undefined : values.length === 1 ? values[0] : values;
}

function principals(value: PropertyValue | undefined): PropertyValue | undefined {
  const blocks = list(value).filter(isMap);
  if (blocks.length === 0) return undefined;
  const [first] = blocks;
  if (blocks.length === 1 && first?.["type"] === "*" && list(first["identifiers"])[0] === "*") return "*";
  const byType: Record<string, PropertyValue[]> = {};
  for (const block of blocks) (byType[String(block["type"])] ??= []).push(...list(block["identifiers"]));
  return Object.fromEntries(Object.entries(byType).map(([type, identifiers]) => [type, oneOrMany(identifiers) ?? []]));
}

function conditions(value: PropertyValue | undefined): PropertyMap | undefined {
  const blocks = list(value).filter(isMap);
  if (blocks.length === 0) return undefined;
  const byTest: Record<string, Record<string, PropertyValue>> = {};
  for (const { test, variable, values } of blocks) (byTest[String(test)] ??= {})[String(variable)] = oneOrMany(values) ?? [];
  return byTest;
}

function statement(block: PropertyMap): PropertyMap {
  const members: Record<string, PropertyValue | undefined> = {
    Sid: block["sid"],
    Effect: block["effect"] ?? "Allow",
    Principal: principals(block["principals"]),
    NotPrincipal: principals(block["notPrincipals"]),
    Action: oneOrMany(block["actions"]),
    NotAction: oneOrMany(block["notActions"]),
    Resource: oneOrMany(block["resources"]),
    NotResource: oneOrMany(block["notResources"]),
    Condition: conditions(block["conditions"]),
  };
  const written: PropertyMap = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined && value !== null) written[name] = value;
  return written;
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Statements of a document given as text; a string says what is wrong with it. */
function statementsIn(text: PropertyValue): PropertyMap[] | string {
  try {
    const document = JSON.parse(String(text)) as PropertyValue;
    const statements = isMap(document) ? document["Statement"] : undefined;
    return (Array.isArray(statements) ? statements : [statements ?? null]).filter(isMap);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Statements of the same Sid take each other's place; those without one are added. */
function override(base: PropertyMap[], over: readonly PropertyMap[]): PropertyMap[] {
  const result = [...base];
  for (const next of over) {
    const index = next["Sid"] === undefined ? -1 : result.findIndex(({ Sid }) => Sid === next["Sid"]);
    if (index < 0) result.push(next);
    else result[index] = next;
  }
  return result;
}

/** Writes a policy document. The order is that of the provider: sources, then the statements, then what overrides. */
export const getPolicyDocument = defineFunction({
  token: "aws:iam/getPolicyDocument:getPolicyDocument",
  invoke({ args, identifiers }) {
    const sources = [args["sourceJson"], ...list(args["sourcePolicyDocuments"])].filter((text) => typeof text === "string" && text !== "");
    const overrides = [args["overrideJson"], ...list(args["overridePolicyDocuments"])].filter((text) => typeof text === "string" && text !== "");
    let statements: PropertyMap[] = [];
    const problems: InvokeProblem[] = [];
    const merge = (text: PropertyValue | undefined): void => {
      const found = statementsIn(text ?? "");
      if (typeof found === "string") problems.push({ reason: `merging policy documents: ${found}` });
      else statements = override(statements, found);
    };
    sources.forEach(merge);
    statements = override(statements, list(args["statements"]).filter(isMap).map(statement));
    overrides.forEach(merge);
    if (problems.length > 0) return problems;
    const document: PropertyMap = {
      Version: args["version"] ?? "2012-10-17",
      ...(args["policyId"] === undefined ? {} : { Id: args["policyId"] }),
      ...(statements.length === 0 ? {} : { Statement: statements }),
    };
    return {
      ...args,
      id: identifiers.digits(10),
      json: JSON.stringify(document, undefined, 2),
      minifiedJson: JSON.stringify(document),
    };
  },
});
