/** A rule group that AWS maintains and charges nothing extra for. */
export interface ManagedRuleGroupFacts {
  /** Web ACL capacity units (WCU). */
  readonly capacity: number;
  /** Place in the web ACL. Fixed for each group, so that adding one moves none of the others. */
  readonly priority: number;
  /** Logical name of the rule. */
  readonly role: string;
  /** Rules that only count: in blocking mode they turn ordinary requests away. */
  readonly countedRules: readonly string[];
}

/**
 * Capacities as AWS publishes them in September 2026, on the page of each kind of group:
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedRuleGroups = {
  AWSManagedRulesAmazonIpReputationList: { capacity: 25, priority: 10, role: "ip-reputation", countedRules: [] },
  AWSManagedRulesAnonymousIpList: { capacity: 50, priority: 15, role: "anonymous-ip", countedRules: [] },
  // SizeRestrictions_BODY blocks every body over 8 KB: uploads and long forms fail and the application never sees them.
  AWSManagedRulesCommonRuleSet: {
    capacity: 700,
    priority: 30,
    role: "common",
    countedRules: ["SizeRestrictions_BODY"],
  },
  AWSManagedRulesKnownBadInputsRuleSet: { capacity: 200, priority: 40, role: "known-bad-inputs", countedRules: [] },
  AWSManagedRulesSQLiRuleSet: { capacity: 200, priority: 50, role: "sqli", countedRules: [] },
  AWSManagedRulesLinuxRuleSet: { capacity: 200, priority: 60, role: "linux", countedRules: [] },
  AWSManagedRulesUnixRuleSet: { capacity: 100, priority: 70, role: "unix", countedRules: [] },
  AWSManagedRulesWindowsRuleSet: { capacity: 200, priority: 80, role: "windows", countedRules: [] },
  AWSManagedRulesPHPRuleSet: { capacity: 100, priority: 90, role: "php", countedRules: [] },
  AWSManagedRulesWordPressRuleSet: { capacity: 100, priority: 100, role: "wordpress", countedRules: [] },
  AWSManagedRulesAdminProtectionRuleSet: { capacity: 100, priority: 110, role: "admin-protection", countedRules: [] },
} as const satisfies Readonly<Record<string, ManagedRuleGroupFacts>>;

/** Name of a managed rule group of AWS. */
export type ManagedRuleGroup = keyof typeof managedRuleGroups;
