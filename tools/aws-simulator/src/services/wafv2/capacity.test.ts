import { leastCapacity } from "./capacity";

const geo = { geoMatchStatement: { countryCodes: ["DE"] } };
const ipSet = { ipSetReferenceStatement: { arn: "arn:aws:wafv2:us-east-1:123456789012:global/ipset/a/b" } };
const capacityOf = (statement: Record<string, object>) => leastCapacity({ rules: [{ statement: statement as never }] });

describe("leastCapacity", () => {
  it("counts what NOT, AND and OR hold, and nothing for themselves", () => {
    expect(capacityOf(geo)).toBe(1);
    expect(capacityOf({ notStatement: { statement: geo } })).toBe(1);
    expect(capacityOf({ orStatement: { statements: [geo, ipSet] } })).toBe(2);
    expect(capacityOf({ andStatement: { statements: [ipSet, { notStatement: { statement: { orStatement: { statements: [geo, ipSet] } } } }] } })).toBe(3);
  });

  it("adds the scope-down statement of a rate limit and of a rule group", () => {
    expect(capacityOf({ rateBasedStatement: { limit: 100, scopeDownStatement: geo } })).toBe(3);
    const group = { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" };
    expect(capacityOf({ managedRuleGroupStatement: { ...group, scopeDownStatement: { notStatement: { statement: ipSet } } } })).toBe(701);
  });
});
