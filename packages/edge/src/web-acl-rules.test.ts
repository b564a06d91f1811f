import { planWebAcl } from "./web-acl-plan";
import { webAclRules } from "./web-acl-rules";

const visibility = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

describe("webAclRules", () => {
  it("checks addresses, then their rate, then requests, and only counts large bodies", () => {
    expect(webAclRules("infra-dev-edge", planWebAcl("edge", {}))).toEqual([
      {
        name: "ip-reputation",
        priority: 10,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesAmazonIpReputationList" },
        },
        visibilityConfig: visibility("infra-dev-edge-ip-reputation"),
      },
      {
        name: "rate-limit",
        priority: 20,
        action: { block: {} },
        statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 2000, evaluationWindowSec: 300 } },
        visibilityConfig: visibility("infra-dev-edge-rate-limit"),
      },
      {
        name: "common",
        priority: 30,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: "AWS",
            name: "AWSManagedRulesCommonRuleSet",
            ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
          },
        },
        visibilityConfig: visibility("infra-dev-edge-common"),
      },
      {
        name: "known-bad-inputs",
        priority: 40,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" },
        },
        visibilityConfig: visibility("infra-dev-edge-known-bad-inputs"),
      },
    ]);
  });

  it("blocks nothing in observe mode", () => {
    const rules = webAclRules("infra-dev-edge", planWebAcl("edge", { mode: "observe" }));
    expect(rules.map(({ name, action, overrideAction }) => [name, action ?? overrideAction])).toEqual([
      ["ip-reputation", { count: {} }],
      ["rate-limit", { count: {} }],
      ["common", { count: {} }],
      ["known-bad-inputs", { count: {} }],
    ]);
  });

  it("leaves the rules that exist unchanged when a group is added between them", () => {
    const before = webAclRules("acl", planWebAcl("edge", {}));
    const after = webAclRules(
      "acl",
      planWebAcl("edge", {
        ruleGroups: [...planWebAcl("edge", {}).ruleGroups, "AWSManagedRulesAnonymousIpList"],
      }),
    );
    expect(after.filter(({ name }) => name !== "anonymous-ip")).toEqual(before);
    expect(after.map(({ name }) => name)).toEqual([
      "ip-reputation",
      "anonymous-ip",
      "rate-limit",
      "common",
      "known-bad-inputs",
    ]);
  });
});
