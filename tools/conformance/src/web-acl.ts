import type { Properties } from "./properties";
import type { Resource } from "./resource";

/** The managed rule groups that look for Log4j's hole and for those who use it. */
export const LOG4J_GROUPS = ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAnonymousIpList"];

/** The rules of a web ACL or rule group. */
export function webAclRules(acl: Resource): Properties[] {
  return acl.parts("rules");
}

/** Whether a web ACL has all of the managed rule groups. */
export function hasManagedGroups(acl: Resource, names: readonly string[]): boolean {
  const own = acl.texts("rules.statement.managedRuleGroupStatement.name");
  return names.every((name) => own.includes(name));
}
