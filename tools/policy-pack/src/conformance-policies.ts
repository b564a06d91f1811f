import { allRules, checkConformance, type Rule, type Severity } from "@org/conformance";
import type { Policies, StackValidationPolicy } from "@pulumi/policy";
import { configSchema, configuredExceptions, type PolicyConfig } from "./configured-exceptions";
import { canBePolicy, enforcementOf } from "./enforcement";
import { GivenProperties } from "./given-properties";
import { knowing } from "./knowing-rule";
import { runOfPolicyResources } from "./policy-resources";

/** One policy for each control, so that a configuration of the pack can switch each of them, and the one that they need. */
export function conformancePolicies(rules: readonly Rule[] = allRules): Policies {
  const given = new GivenProperties();
  const ofControls = rules
    .filter(canBePolicy)
    .flatMap((rule) => Object.entries(rule.controls).map(([control, severity]) => policyOf(rule, control, severity, given)));
  return [given.policy, ...ofControls];
}

/** `FSBP:EC2.6` is `FSBP-EC2.6`: names of policies have letters, digits, hyphens, underscores and periods. */
export function policyName(control: string): string {
  return control.replaceAll(/[^\w.-]/g, "-");
}

function policyOf(rule: Rule, control: string, severity: Severity, given: GivenProperties): StackValidationPolicy {
  return {
    name: policyName(control),
    displayName: control,
    description: rule.requirement,
    ...enforcementOf(severity),
    configSchema,
    validateStack: ({ resources, notApplicable, getConfig }, reportViolation) => {
      const judging = knowing({ ...rule, controls: { [control]: severity } });
      const exceptions = configuredExceptions(control, getConfig<PolicyConfig>());
      const run = runOfPolicyResources(resources, (urn) => given.of(urn));
      const { verdicts } = checkConformance(run, { rules: [judging], exceptions });
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
