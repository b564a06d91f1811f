import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { arnProblems } from "./edge-arn";
import { type ManagedRuleGroup, managedRuleGroups } from "./managed-rule-groups";
import { logRetentionInDays, type Profile } from "./profile";

/** The arguments that decide what a `WebAcl` creates. */
export interface WebAclPlanArgs {
  readonly mode?: "enforce" | "observe";
  readonly ruleGroups?: readonly ManagedRuleGroup[];
  readonly rateLimit?: number;
  readonly maxCapacity?: number;
  readonly retentionInDays?: number;
  readonly logKmsKeyArn?: pulumi.Input<string>;
  readonly profile?: Profile;
}

export interface WebAclPlan {
  readonly mode: "enforce" | "observe";
  /** In the order of their priorities, which is the order AWS returns them in. */
  readonly ruleGroups: readonly ManagedRuleGroup[];
  /** Requests of one address in five minutes. */
  readonly rateLimit: number;
  /** Web ACL capacity units (WCU) of all rules together. */
  readonly capacity: number;
  readonly retentionInDays: number;
}

const defaultRuleGroups: readonly ManagedRuleGroup[] = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
];

/** A rate-based rule without a scope-down statement. */
const RATE_LIMIT_CAPACITY = 2;
/** Up to here requests cost the basic price, https://aws.amazon.com/waf/pricing/ */
const BASIC_CAPACITY = 1500;
/** AWS's limit for one web ACL. */
const MOST_CAPACITY = 5000;

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentionPeriods = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

function capacityProblems(capacity: number, maxCapacity: number): ArgumentProblem[] {
  if (!Number.isInteger(maxCapacity) || maxCapacity < 1 || maxCapacity > MOST_CAPACITY) {
    return [
      {
        argument: "maxCapacity",
        rule: `must be a whole number from 1 to ${MOST_CAPACITY} web ACL capacity units`,
        value: maxCapacity,
        remedy: `use for example ${BASIC_CAPACITY}, up to which requests cost the basic price`,
      },
    ];
  }
  if (capacity <= maxCapacity) return [];
  return [
    {
      argument: "ruleGroups",
      rule: `must need at most ${maxCapacity} web ACL capacity units (maxCapacity), the rate limit's ${RATE_LIMIT_CAPACITY} included`,
      value: capacity,
      remedy: `leave out a group, or raise maxCapacity: over ${BASIC_CAPACITY} AWS charges more for each request`,
    },
  ];
}

/** @throws ArgumentError when the rules need more capacity than allowed, or AWS would refuse the limit, retention or key */
export function planWebAcl(name: string, args: WebAclPlanArgs): WebAclPlan {
  const { mode = "enforce", rateLimit = 2000, maxCapacity = BASIC_CAPACITY, profile = "production" } = args;
  const retentionInDays = args.retentionInDays ?? logRetentionInDays[profile];
  const ruleGroups = [...new Set(args.ruleGroups ?? defaultRuleGroups)].sort(
    (left, right) => managedRuleGroups[left].priority - managedRuleGroups[right].priority,
  );
  const capacity = ruleGroups.reduce((sum, group) => sum + managedRuleGroups[group].capacity, RATE_LIMIT_CAPACITY);

  const problems = capacityProblems(capacity, maxCapacity);
  if (!Number.isInteger(rateLimit) || rateLimit < 10 || rateLimit > 2_000_000_000) {
    problems.push({
      argument: "rateLimit",
      rule: "must be a whole number of requests from 10 to 2000000000",
      value: rateLimit,
      remedy: "use for example 2000, the requests of one address in five minutes",
    });
  }
  if (!retentionPeriods.includes(retentionInDays)) {
    problems.push({
      argument: "retentionInDays",
      rule: `must be a period that CloudWatch Logs knows: ${retentionPeriods.join(", ")}`,
      value: retentionInDays,
      remedy: `use for example ${logRetentionInDays.production}`,
    });
  }
  if (args.logKmsKeyArn !== undefined) problems.push(...arnProblems("logKmsKeyArn", "key", args.logKmsKeyArn));
  assertNoProblems(`WebAcl "${name}"`, problems);
  return { mode, ruleGroups, rateLimit, capacity, retentionInDays };
}
