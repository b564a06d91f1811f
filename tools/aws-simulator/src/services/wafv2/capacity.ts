import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { valuesAt } from "../../property-path";

/**
 * Capacity units of AWS's managed rule groups; groups that are not here are counted as nothing.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const managedGroups: Readonly<Record<string, number>> = {
  AWSManagedRulesACFPRuleSet: 50,
  AWSManagedRulesATPRuleSet: 50,
  AWSManagedRulesAdminProtectionRuleSet: 100,
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesAnonymousIpList: 50,
  AWSManagedRulesAntiDDoSRuleSet: 50,
  AWSManagedRulesBotControlRuleSet: 50,
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesLinuxRuleSet: 200,
  AWSManagedRulesPHPRuleSet: 100,
  AWSManagedRulesSQLiRuleSet: 200,
  AWSManagedRulesUnixRuleSet: 100,
  AWSManagedRulesWindowsRuleSet: 200,
  AWSManagedRulesWordPressRuleSet: 100,
};

/** Capacity units of the statements whose cost does not hang on their text transformations. */
const plainStatements: Readonly<Record<string, number>> = {
  asnMatchStatement: 1,
  byteMatchStatement: 2,
  geoMatchStatement: 1,
  ipSetReferenceStatement: 1,
  labelMatchStatement: 1,
  regexMatchStatement: 3,
  regexPatternSetReferenceStatement: 25,
  sizeConstraintStatement: 1,
  sqliMatchStatement: 20,
  xssMatchStatement: 40,
};

/** Statements that hold others. */
const combined = ["andStatement", "orStatement", "notStatement"];

/**
 * The least capacity that the rules of a web ACL need, in WCU. What AWS computes may be more: text transformations and
 * rule groups of others are not counted.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html
 */
export function leastCapacity(inputs: PropertyMap): number {
  return valuesAt(inputs, "rules[].statement").reduce((sum, { value }) => sum + capacityOf(value), 0);
}

function capacityOf(statement: PropertyValue | undefined): number {
  if (!isMap(statement)) return 0;
  let sum = 0;
  for (const [kind, value] of Object.entries(statement)) {
    if (!isMap(value)) continue;
    if (kind === "managedRuleGroupStatement") {
      const name = value["vendorName"] === "AWS" ? value["name"] : undefined;
      sum += typeof name === "string" ? (managedGroups[name] ?? 0) : 0;
      sum += capacityOf(value["scopeDownStatement"]);
    } else if (kind === "rateBasedStatement") {
      sum += 2 + capacityOf(value["scopeDownStatement"]);
    } else if (combined.includes(kind)) {
      const inner = [...valuesAt(value, "statements[]"), ...valuesAt(value, "statement")];
      for (const found of inner) sum += capacityOf(found.value);
    } else {
      sum += plainStatements[kind] ?? 0;
    }
  }
  return sum;
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
