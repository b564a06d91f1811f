import type { Rule, Severity } from "@org/conformance";
import type { EnforcementLevel, Policy } from "@pulumi/policy";

interface Enforcement {
  readonly enforcementLevel: EnforcementLevel;
  /** Pulumi's word for the severity; absent when none is published. */
  readonly severity?: Policy["severity"];
}

/** ERROR stops a deployment where it comes from, in cdk-nag, and so it does here. */
const enforcements: Readonly<Record<Severity, Enforcement>> = {
  CRITICAL: { enforcementLevel: "mandatory", severity: "critical" },
  HIGH: { enforcementLevel: "mandatory", severity: "high" },
  ERROR: { enforcementLevel: "mandatory", severity: "high" },
  MEDIUM: { enforcementLevel: "advisory", severity: "medium" },
  WARN: { enforcementLevel: "advisory", severity: "medium" },
  LOW: { enforcementLevel: "advisory", severity: "low" },
  UNKNOWN: { enforcementLevel: "advisory" },
};

export function enforcementOf(severity: Severity): Enforcement {
  return enforcements[severity];
}

const SECRETS = "an engine shows secrets as plain text to policies that judge";

/** Rules, by their ids, that need what an engine does not show to a policy, and why. */
export const beyondPolicies: Readonly<Record<string, string>> = {
  "secrets-manager/secret-value-hidden": SECRETS,
  "structure/no-secret-in-plain-text": SECRETS,
  "structure/seen-in-preview": "a policy sees the preview or the update, never both",
};

export function canBePolicy({ id }: Rule): boolean {
  return !Object.hasOwn(beyondPolicies, id);
}
