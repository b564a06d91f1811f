import { allRules, checkConformance, type Rule, type Severity } from "@org/conformance";
import type { StackValidationPolicy } from "@pulumi/policy";
import { canBePolicy, enforcementOf } from "./enforcement";
import { knowing } from "./knowing-rule";
import { runOfPolicyResources } from "./policy-resources";

/** One policy for each control, so that a configuration of the pack can switch each of them. */
export function conformancePolicies(rules: readonly Rule[] = allRules): StackValidationPolicy[] {
  return rules
    .filter(canBePolicy)
    .flatMap((rule) => Object.entries(rule.controls).map(([control, severity]) => policyOf(rule, control, severity)));
}

/** `FSBP:EC2.6` is `FSBP-EC2.6`: names of policies have letters, digits, hyphens, underscores and periods. */
export function policyName(control: string): string {
  return control.replaceAll(/[^\w.-]/g, "-");
}

function policyOf(rule: Rule, control: string, severity: Severity): StackValidationPolicy {
  return {
    name: policyName(control),
    displayName: control,
    description: rule.requirement,
    ...enforcementOf(severity),
    validateStack: ({ resources, notApplicable }, reportViolation) => {
      const judging = knowing({ ...rule, controls: { [control]: severity } });
      const { verdicts } = checkConformance(runOfPolicyResources(resources), { rules: [judging] });
      for (const { outcome, failed } of verdicts) {
        for (const name of new Set(failed)) {
          // What a policy tells stands below its description, which is the requirement.
          for (const urn of judging.broken.get(name) ?? []) reportViolation(`${control}: ${name} does not meet this`, urn);
        }
        if (outcome !== "not applicable") continue;
        notApplicable(judging.undecided ? "what this depends on is not known yet" : (rule.because ?? "the stack has nothing to judge"));
      }
    },
  };
}
