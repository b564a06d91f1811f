import { arnParts } from "./glob";
import { accountNamed } from "./policy-evaluation";
import type { PolicyDocument } from "./policy-document";

/** A principal as IAM names it in a refusal: `"AWS":"arn:aws:iam::123456789012:role/missing"`. */
export interface NamedPrincipal {
  readonly kind: "AWS" | "SERVICE" | "FEDERATED";
  readonly name: string;
}

/** What of an account a policy may refer to. */
export interface AccountIdentities {
  readonly accountId: string;
  /** Whether a role of this ARN exists in the account. */
  exists(arn: string): boolean;
}

/**
 * The first principal that AWS would call invalid: of no form that a principal can have, or a role of this very
 * account that does not exist. Identities of other accounts are taken as existing: nobody can know from here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function invalidPrincipal(document: PolicyDocument, account: AccountIdentities): NamedPrincipal | undefined {
  for (const { principal } of document.statements) {
    if (principal === undefined) continue;
    const strange = principal.service.find((name) => !isServicePrincipal(name));
    if (strange !== undefined) return { kind: "SERVICE", name: strange };
    const missing = principal.aws.find((name) => !isAwsPrincipal(name, account));
    if (missing !== undefined) return { kind: "AWS", name: missing };
  }
  return undefined;
}

/** Service principals are domain names: `ec2.amazonaws.com`, `logs.us-east-1.amazonaws.com`. */
function isServicePrincipal(name: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(name);
}

function isAwsPrincipal(name: string, account: AccountIdentities): boolean {
  if (accountNamed(name) !== undefined) return true;
  // Unique ids of identities (AROA..., AIDA...) and canonical user ids.
  if (/^A[A-Z0-9]{15,}$/.test(name) || /^[0-9a-f]{64}$/.test(name)) return true;
  const parts = arnParts(name);
  if (parts === undefined) return false;
  const [, , service, , accountId, identity = ""] = parts;
  if (service !== "iam" && service !== "sts") return false;
  // Neither a role nor a user may be named by a wildcard; only the whole of AWS may, as "*".
  if (/[*?]/.test(identity)) return false;
  if (service === "sts" || accountId !== account.accountId || madeByAws(identity)) return true;
  // Users are people's: they are made by hand, where the simulator does not see them.
  return !identity.startsWith("role/") || account.exists(name);
}

/** Roles that AWS itself puts into an account: of services, and of IAM Identity Center. */
function madeByAws(identity: string): boolean {
  return identity.startsWith("role/aws-service-role/") || identity.startsWith("role/aws-reserved/");
}
