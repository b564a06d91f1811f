import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { type AddressSet, addressProblems, addressSets } from "./address-lists";
import { type Countries, countriesProblems, type CountryList, countryList } from "./countries";
import { type ManagedRuleGroup, managedRuleGroups } from "./managed-rule-groups";
import { largeBodyProblems, overrideProblems, type RuleOverrides } from "./rule-overrides";
import { planWebAclLog, type WebAclLogArgs, type WebAclLogPlan, webAclLogProblems } from "./web-acl-log";

/** The arguments that decide what a `WebAcl` creates. */
export interface WebAclPlanArgs extends WebAclLogArgs {
  readonly mode?: "enforce" | "observe";
  readonly ruleGroups?: readonly ManagedRuleGroup[];
  readonly ruleOverrides?: RuleOverrides;
  readonly rateLimit?: number;
  readonly allowedAddresses?: readonly string[];
  readonly blockedAddresses?: readonly string[];
  readonly countries?: Countries;
  readonly largeBodyPaths?: readonly string[];
  readonly maxCapacity?: number;
}

export interface WebAclPlan {
  readonly mode: "enforce" | "observe";
  /** In the order of their priorities, which is the order AWS returns them in. */
  readonly ruleGroups: readonly ManagedRuleGroup[];
  readonly ruleOverrides: RuleOverrides;
  /** Requests of one address in five minutes. */
  readonly rateLimit: number;
  readonly addressSets: readonly AddressSet[];
  readonly countries?: CountryList;
  /** Where bodies over 8 KB may go. Absent: everywhere. */
  readonly largeBodyPaths?: readonly string[];
  /** Web ACL capacity units (WCU) of all rules together. */
  readonly capacity: number;
  readonly log: WebAclLogPlan;
}

const defaultRuleGroups: readonly ManagedRuleGroup[] = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
];

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html */
const statementCapacity = { rateLimit: 2, addressSet: 1, countries: 1, label: 1, path: 2 };
/** Up to here requests cost the basic price, https://aws.amazon.com/waf/pricing/ */
const BASIC_CAPACITY = 1500;
/** AWS's limit for one web ACL. */
const MOST_CAPACITY = 5000;

function capacityOf({ ruleGroups, addressSets, countries, largeBodyPaths }: Omit<WebAclPlan, "capacity">): number {
  const { rateLimit, addressSet, countries: geo, label, path } = statementCapacity;
  return (
    ruleGroups.reduce((sum, group) => sum + managedRuleGroups[group].capacity, rateLimit) +
    addressSets.length * addressSet +
    (countries ? geo : 0) +
    (largeBodyPaths ? label + largeBodyPaths.length * path : 0)
  );
}

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
      rule: `must need at most ${maxCapacity} web ACL capacity units (maxCapacity), all other rules included`,
      value: capacity,
      remedy: `leave out a group, or raise maxCapacity: over ${BASIC_CAPACITY} AWS charges more for each request`,
    },
  ];
}

/** @throws ArgumentError when the rules need more capacity than allowed, or AWS would refuse one of them or the log */
export function planWebAcl(name: string, args: WebAclPlanArgs): WebAclPlan {
  const { mode = "enforce", rateLimit = 2000, maxCapacity = BASIC_CAPACITY, ruleOverrides = {} } = args;
  const { allowedAddresses = [], blockedAddresses = [], countries, largeBodyPaths } = args;
  const ruleGroups = [...new Set(args.ruleGroups ?? defaultRuleGroups)].sort(
    (left, right) => managedRuleGroups[left].priority - managedRuleGroups[right].priority,
  );
  const rules = {
    mode,
    ruleGroups,
    ruleOverrides,
    rateLimit,
    addressSets: [...addressSets("allowed", allowedAddresses), ...addressSets("blocked", blockedAddresses)],
    ...(countries && { countries: countryList(countries) }),
    ...(largeBodyPaths && { largeBodyPaths: [...new Set(largeBodyPaths)].sort() }),
    log: planWebAclLog(args),
  };
  const capacity = capacityOf(rules);

  const problems = capacityProblems(capacity, maxCapacity);
  if (!Number.isInteger(rateLimit) || rateLimit < 10 || rateLimit > 2_000_000_000) {
    problems.push({
      argument: "rateLimit",
      rule: "must be a whole number of requests from 10 to 2000000000",
      value: rateLimit,
      remedy: "use for example 2000, the requests of one address in five minutes",
    });
  }
  problems.push(
    ...overrideProblems(ruleOverrides, ruleGroups),
    ...addressProblems("allowed", allowedAddresses),
    ...addressProblems("blocked", blockedAddresses),
    ...(countries ? countriesProblems("webAcl", countries) : []),
    ...(largeBodyPaths ? largeBodyProblems(largeBodyPaths, ruleOverrides, ruleGroups) : []),
    ...webAclLogProblems(args),
  );
  assertNoProblems(`WebAcl "${name}"`, problems);
  return { ...rules, capacity };
}
