import { all, evaluateCondition } from "./condition-evaluation";
import type { RequestContext } from "./condition-evaluation";
import { arnParts, matchesGlob } from "./glob";
import { parsePolicyDocument } from "./policy-document";
import type { PatternElement, PolicyDocument, PrincipalElement, Statement } from "./policy-document";

/** Who asks: an AWS service, an account as such (its root), a role or user, a canonical user id, or somebody unsigned. */
export type RequestPrincipal =
  | { readonly service: string }
  | { readonly account: string }
  | { readonly arn: string }
  | { readonly canonicalUser: string }
  | { readonly anonymous: true };

export interface AccessRequest {
  readonly principal: RequestPrincipal;
  /** `kms:Encrypt`; compared without case. */
  readonly action: string;
  /** ARN of what is asked for; in a key policy any value meets `"*"`. */
  readonly resource: string;
  /** Condition keys of the request; those not named are absent. */
  readonly context?: RequestContext;
}

/**
 * What one document says. `delegated`: it lets the principal's account in, and leaves the decision to that account's
 * identity policies.
 */
export type Decision = "allow" | "delegated" | "explicitDeny" | "implicitDeny";

/**
 * Evaluates one policy document on its own: an explicit Deny wins, then any Allow, else the implicit Deny.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicy(document: PolicyDocument | string, request: AccessRequest): Decision {
  return decide(statementsOf(document), request, false);
}

/** Whether the document allows the request, by itself and for certain. */
export function policyAllows(document: PolicyDocument | string, request: AccessRequest): boolean {
  return evaluatePolicy(document, request) === "allow";
}

/**
 * Whether there may be a request of this principal, action and resource that the document lets through: a condition
 * key that the context does not name may have any value. To refuse a deployment, ask this one: it never says no where
 * AWS might say yes.
 */
export function policyMayAllow(document: PolicyDocument | string, request: AccessRequest): boolean {
  const decision = decide(statementsOf(document), request, true);
  return decision === "allow" || decision === "delegated";
}

function statementsOf(document: PolicyDocument | string): readonly Statement[] {
  return (typeof document === "string" ? parsePolicyDocument(document) : document).statements;
}

function decide(statements: readonly Statement[], request: AccessRequest, openContext: boolean): Decision {
  let allowed: "allow" | "delegated" | undefined;
  for (const statement of statements) {
    const reach = principalReach(statement, request.principal);
    if (reach === "no" || !covers(statement, request)) continue;
    const holds = all(statement.conditions.map((line) => evaluateCondition(line, request.context ?? {}, openContext)));
    if (statement.effect === "Deny") {
      if (holds === "yes") return "explicitDeny";
    } else if (holds === "yes" || (openContext && holds === "unsure")) {
      allowed = reach === "direct" || allowed === "allow" ? "allow" : "delegated";
    }
  }
  return allowed ?? "implicitDeny";
}

function covers(statement: Statement, request: AccessRequest): boolean {
  const action = request.action.toLowerCase();
  return (
    meets(statement.action, (pattern) => matchesGlob(pattern.toLowerCase(), action)) &&
    (statement.resource === undefined ||
      meets(statement.resource, (pattern) => resourceMatches(pattern, request)))
  );
}

function meets(element: PatternElement, matches: (pattern: string) => boolean): boolean {
  return element.patterns.some(matches) !== element.negated;
}

/** A variable in a resource may stand for anything: the simulator does not know who will ask. */
function resourceMatches(pattern: string, request: AccessRequest): boolean {
  return matchesGlob(pattern.replaceAll(/\$\{[^}]*\}/g, "*"), request.resource);
}

type Reach = "direct" | "through its account" | "no";

function principalReach(statement: Statement, asking: RequestPrincipal): Reach {
  const element = statement.principal;
  if (element === undefined) return "direct";
  const reach = matchPrincipal(element, asking, statement.effect);
  if (element.negated) return reach === "no" ? "direct" : "no";
  return reach;
}

function matchPrincipal(element: PrincipalElement, asking: RequestPrincipal, effect: "Allow" | "Deny"): Reach {
  // A service principal is not an AWS identity, yet "*" reaches it as it reaches everybody.
  if (element.anyone) return "direct";
  if ("service" in asking) return element.service.includes(asking.service) ? "direct" : "no";
  if ("canonicalUser" in asking) return element.canonicalUser.includes(asking.canonicalUser) ? "direct" : "no";
  if ("anonymous" in asking) return "no";
  if ("account" in asking) return element.aws.some((name) => accountNamed(name) === asking.account) ? "direct" : "no";
  if (element.aws.includes(asking.arn)) return "direct";
  const account = arnParts(asking.arn)?.[4];
  if (!element.aws.some((name) => accountNamed(name) === account)) return "no";
  // A Deny of the account is a Deny of everybody in it; an Allow only opens the door for the account to decide.
  return effect === "Deny" ? "direct" : "through its account";
}

/** The account that `123456789012` or `arn:aws:iam::123456789012:root` stands for. */
export function accountNamed(principal: string): string | undefined {
  if (/^\d{12}$/.test(principal)) return principal;
  const parts = arnParts(principal);
  return parts?.[2] === "iam" && parts[5] === "root" ? parts[4] : undefined;
}
