import { isConditionOperator } from "./condition-evaluation";
import { isObject, listOf, parseObject, readOperator } from "./policy-document";
import { policyKinds } from "./policy-kinds";
import type { PolicyKind, PolicyKindRules } from "./policy-kinds";

/** Why AWS would not take a policy document: its code, its words, and what to do. */
export interface PolicyProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

type Json = { readonly [key: string]: unknown };
type Fault = { readonly message: string; readonly remedy: string };

const documentElements = ["Version", "Id", "Statement"];
const versions = ["2012-10-17", "2008-10-17"];
const statementElements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];
const principalKinds = ["AWS", "Service", "Federated", "CanonicalUser"];

/**
 * The first thing AWS would find wrong with a document of this kind, or undefined. Only form is judged here; whether
 * principals exist and resources belong is judged where the document is put.
 */
export function policyProblem(kind: PolicyKind, text: string): PolicyProblem | undefined {
  const rules = policyKinds[kind];
  const size = rules.size.countsWhiteSpace ? Buffer.byteLength(text) : text.replaceAll(/\s/g, "").length;
  if (size > rules.size.max) {
    return {
      code: rules.size.code,
      message: rules.size.message,
      remedy: `The document has ${size} of at most ${rules.size.max} characters: merge statements, or use wildcards in actions and resources.`,
    };
  }
  const fault = documentFault(kind, rules, text);
  if (fault === undefined) return undefined;
  return { code: rules.code, message: rules.wrap?.(fault.message) ?? fault.message, remedy: sentence(fault.remedy) };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function documentFault(kind: PolicyKind, rules: PolicyKindRules, text: string): Fault | undefined {
  const say = sayer(rules);
  const document = parseObject(text);
  if (document === undefined) {
    const notAnObject =
      kind === "bucket" && !text.startsWith("{")
        ? "Policies must be valid JSON and the first byte must be '{'"
        : "This policy contains invalid Json";
    return say(notAnObject, "write the policy with JSON.stringify, or pulumi.jsonStringify when it holds outputs");
  }
  const unknown = Object.keys(document).find((name) => !documentElements.includes(name));
  if (unknown !== undefined) return say(`Unknown field ${unknown}`, `a policy has ${documentElements.join(", ")} only`);
  const version = document["Version"];
  if (version !== undefined && !versions.includes(String(version))) {
    return say("The policy must contain a valid version string", 'write Version: "2012-10-17"');
  }
  if (document["Statement"] === undefined) {
    return say("Missing required field Statement", "give the policy at least one statement");
  }
  const statements = listOf(document["Statement"]);
  if (statements.length === 0) {
    return say("Could not parse the policy: Statement is empty!", "give the policy at least one statement");
  }
  for (const [index, statement] of statements.entries()) {
    const fault = isObject(statement)
      ? statementFault(rules, statement)
      : say("Invalid policy syntax.", "each statement must be an object");
    if (fault !== undefined) return { message: fault.message, remedy: `statement ${index + 1}: ${fault.remedy}` };
  }
  return rules.uniqueSids === true ? duplicateSid(rules, statements) : undefined;
}

function statementFault(rules: PolicyKindRules, statement: Json): Fault | undefined {
  const say = sayer(rules);
  const unknown = Object.keys(statement).find((name) => !statementElements.includes(name));
  if (unknown !== undefined) return say(`Unknown field ${unknown}`, `a statement has no ${unknown}`);
  for (const name of ["Principal", "Action", "Resource"]) {
    if (statement[name] !== undefined && statement[`Not${name}`] !== undefined) {
      return say(`Statement/policy already has instance of ${name}`, `write ${name} or Not${name}, not both`);
    }
  }
  const effect = statement["Effect"];
  if (effect === undefined) return say("Missing required field Effect", 'write Effect: "Allow" or "Deny"');
  if (effect !== "Allow" && effect !== "Deny") {
    const fault = say(`Invalid effect: ${String(effect)}`, 'Effect is "Allow" or "Deny", in this case');
    return rules.parser === "identity" ? { ...fault, message: "The policy failed legacy parsing" } : fault;
  }
  return (
    principalFault(rules, statement) ??
    actionFault(rules, statement) ??
    resourceFault(rules, statement) ??
    conditionFault(rules, statement)
  );
}

function principalFault(rules: PolicyKindRules, statement: Json): Fault | undefined {
  const say = sayer(rules);
  const value = statement["Principal"] ?? statement["NotPrincipal"];
  if (rules.principal === "forbidden") {
    if (value === undefined) return undefined;
    return {
      message: "Policy document should not specify a principal.",
      remedy: "an identity policy speaks about whoever it is attached to: leave Principal out",
    };
  }
  if (value === undefined) {
    return rules.principal === "optional"
      ? undefined
      : say("Missing required field Principal", "say who the statement is about");
  }
  if (value === "*") return undefined;
  if (!isObject(value)) {
    return say("Invalid policy syntax.", 'Principal is "*" or an object such as { Service: "logs.amazonaws.com" }');
  }
  const kinds = Object.keys(value);
  if (kinds.length === 0) return say("Missing required field Principal cannot be empty!", "name at least one principal");
  const strange = kinds.find((name) => !principalKinds.includes(name));
  if (strange !== undefined) {
    return say("Invalid policy syntax.", `Principal has no ${strange}: write ${principalKinds.join(", ")}`);
  }
  const noText = kinds.find((name) => listOf(value[name]).some((item) => typeof item !== "string"));
  return noText === undefined ? undefined : say("Invalid policy syntax.", `Principal.${noText} must hold strings`);
}

function actionFault(rules: PolicyKindRules, statement: Json): Fault | undefined {
  const say = sayer(rules);
  const actions = statement["Action"] ?? statement["NotAction"];
  const missing = rules.parser === "identity" ? "Policy statement must contain actions." : "Missing required field Action";
  if (actions === undefined || listOf(actions).length === 0) {
    return { message: missing, remedy: "name at least one action" };
  }
  for (const action of listOf(actions)) {
    if (typeof action !== "string") return say("Invalid policy syntax.", "each action must be a string");
    if (action === "*") continue;
    const [service = "", name] = action.split(":");
    if (name === undefined || service === "") {
      const message =
        rules.parser === "identity"
          ? "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
          : "Policy has invalid action";
      return { message, remedy: `write "${action}" with its service, for example "s3:${action}"` };
    }
    if (rules.actionServices !== undefined && !rules.actionServices.includes(service.toLowerCase())) {
      return say(
        "AssumeRole policy may only specify STS AssumeRole actions.",
        `"${action}" belongs in a policy attached to the role; a trust policy allows sts:AssumeRole`,
      );
    }
  }
  return undefined;
}

function resourceFault(rules: PolicyKindRules, statement: Json): Fault | undefined {
  const name = statement["NotResource"] === undefined ? "Resource" : "NotResource";
  const resources = statement[name];
  if (rules.resource === "forbidden") {
    if (resources === undefined) return undefined;
    return {
      message: `Has prohibited field ${name}`,
      remedy: "a trust policy speaks about its own role: leave Resource out",
    };
  }
  if (resources === undefined || listOf(resources).length === 0) {
    if (rules.resource === "optional") return undefined;
    const message =
      rules.parser === "identity" ? "Policy statement must contain resources." : "Missing required field Resource";
    return { message, remedy: 'name the ARNs the statement is about, or "*"' };
  }
  for (const resource of listOf(resources)) {
    if (typeof resource !== "string") return sayer(rules)("Invalid policy syntax.", "each resource must be a string");
    // Only IAM looks at ARNs of any service; the others are judged where the policy is put.
    if (rules.parser === "identity" && resource !== "*" && !/^(?:arn|\*)/.test(resource)) {
      return {
        message: `Resource ${resource} must be in ARN format or "*".`,
        remedy: "give the ARN (`.arn` of the resource), not its name or id",
      };
    }
  }
  return undefined;
}

function conditionFault(rules: PolicyKindRules, statement: Json): Fault | undefined {
  const say = sayer(rules);
  const block = statement["Condition"];
  if (block === undefined) return undefined;
  if (!isObject(block)) return say("Invalid policy syntax.", "Condition maps an operator to keys and values");
  for (const [written, keys] of Object.entries(block)) {
    if (!isObject(keys)) return say("Invalid policy syntax.", `Condition.${written} maps a key to its values`);
    if (Object.keys(keys).length > 0 && !isConditionOperator(readOperator(written).operator)) {
      return say(`Invalid Condition type : ${written}`, "use an operator of IAM, such as StringEquals or ArnLike");
    }
    const nested = Object.entries(keys).find(([, values]) => listOf(values).some((item) => !isScalar(item)));
    if (nested !== undefined) return say("Invalid policy syntax.", `${written}.${nested[0]} must hold plain values`);
  }
  return undefined;
}

function duplicateSid(rules: PolicyKindRules, statements: readonly unknown[]): Fault | undefined {
  const seen = new Set<unknown>();
  for (const statement of statements) {
    const sid = isObject(statement) ? statement["Sid"] : undefined;
    if (sid === undefined || sid === "") continue;
    if (seen.has(sid)) {
      const message =
        rules.parser === "identity"
          ? "Statement IDs (SID) in a single policy must be unique."
          : "The Statement Ids in the policy are not unique";
      return { message, remedy: `two statements have the Sid "${String(sid)}": rename one` };
    }
    seen.add(sid);
  }
  return undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** IAM's older parser answers every fault of form with one sentence; the newer one names it. */
function sayer(rules: PolicyKindRules): (message: string, remedy: string) => Fault {
  return (message, remedy) => ({
    message: rules.parser === "identity" ? "Syntax errors in policy." : message,
    remedy,
  });
}
