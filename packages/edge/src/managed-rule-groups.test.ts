import { managedRuleGroups } from "./managed-rule-groups";
import { rulePriorities } from "./web-acl-rules";

const groups = Object.values(managedRuleGroups);

describe("managedRuleGroups", () => {
  it("gives every group a priority of its own, none of them that of another rule", () => {
    const own = Object.values(rulePriorities);
    const priorities = [...own, ...groups.map(({ priority }) => priority)];
    expect(new Set(priorities).size).toBe(groups.length + own.length);
  });

  it("gives every group a rule name of its own that WAF takes", () => {
    const roles = groups.map(({ role }) => role);
    expect(new Set([...roles, ...Object.keys(rulePriorities)]).size).toBe(groups.length + 5);
    expect(roles.filter((role) => !/^[a-z-]{1,40}$/.test(role))).toEqual([]);
  });

  it("knows what all groups together cost", () => {
    expect(groups.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(1975);
  });
});
