import { managedRuleGroups } from "./managed-rule-groups";

const groups = Object.values(managedRuleGroups);
const RATE_LIMIT_PRIORITY = 20;

describe("managedRuleGroups", () => {
  it("gives every group a priority of its own, none of them the rate limit's", () => {
    const priorities = [RATE_LIMIT_PRIORITY, ...groups.map(({ priority }) => priority)];
    expect(new Set(priorities).size).toBe(groups.length + 1);
  });

  it("gives every group a rule name of its own that WAF takes", () => {
    const roles = groups.map(({ role }) => role);
    expect(new Set(roles).size).toBe(groups.length);
    expect(roles.filter((role) => !/^[a-z-]{1,40}$/.test(role))).toEqual([]);
  });

  it("knows what all groups together cost", () => {
    expect(groups.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(1975);
  });
});
