import { planWebAcl } from "./web-acl-plan";
import { webAclRules } from "./web-acl-rules";

const visibility = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
  metricName,
});

describe("webAclRules", () => {
  it("checks addresses, then their rate, then requests, and only counts large bodies", () => {
    expect(webAclRules("infra-dev-edge", planWebAcl("edge", {}), {})).toEqual([
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
    const rules = webAclRules("infra-dev-edge", planWebAcl("edge", { mode: "observe" }), {});
    expect(rules.map(({ name, action, overrideAction }) => [name, action ?? overrideAction])).toEqual([
      ["ip-reputation", { count: {} }],
      ["rate-limit", { count: {} }],
      ["common", { count: {} }],
      ["known-bad-inputs", { count: {} }],
    ]);
  });

  it("limits addresses to the rate that the caller wants", () => {
    const rules = webAclRules("acl", planWebAcl("edge", { rateLimit: 100 }), {});
    expect(rules.find(({ name }) => name === "rate-limit")?.statement).toEqual({
      rateBasedStatement: { aggregateKeyType: "IP", limit: 100, evaluationWindowSec: 300 },
    });
  });

  it("leaves the rules that exist unchanged when a group is added between them", () => {
    const before = webAclRules("acl", planWebAcl("edge", {}), {});
    const after = webAclRules(
      "acl",
      planWebAcl("edge", {
        ruleGroups: [...planWebAcl("edge", {}).ruleGroups, "AWSManagedRulesAnonymousIpList"],
      }),
      {},
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

  it("asks the caller's own lists first, and reads the label of large bodies after the rule that gives it", () => {
    const plan = planWebAcl("edge", {
      allowedAddresses: ["192.0.2.44"],
      blockedAddresses: ["198.51.100.0/24", "2001:db8::/32"],
      countries: { allow: ["DE", "FR"] },
      largeBodyPaths: ["/uploads/", "/import"],
    });
    const arns = { "allowed-ipv4": "arn:a4", "blocked-ipv4": "arn:b4", "blocked-ipv6": "arn:b6" };
    const rules = webAclRules("acl", plan, arns);
    expect(rules.map(({ name, priority }) => [name, priority])).toEqual([
      ["allowed-addresses", 1],
      ["blocked-addresses", 2],
      ["countries", 5],
      ["ip-reputation", 10],
      ["rate-limit", 20],
      ["common", 30],
      ["large-bodies", 35],
      ["known-bad-inputs", 40],
    ]);
    const path = (searchString: string) => ({
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: "STARTS_WITH",
        searchString,
        textTransformations: [{ priority: 0, type: "NONE" }],
      },
    });
    expect(rules.filter(({ overrideAction }) => overrideAction === undefined)).toEqual([
      {
        name: "allowed-addresses",
        priority: 1,
        action: { allow: {} },
        statement: { ipSetReferenceStatement: { arn: "arn:a4" } },
        visibilityConfig: visibility("acl-allowed-addresses"),
      },
      {
        name: "blocked-addresses",
        priority: 2,
        action: { block: {} },
        statement: {
          orStatement: {
            statements: [{ ipSetReferenceStatement: { arn: "arn:b4" } }, { ipSetReferenceStatement: { arn: "arn:b6" } }],
          },
        },
        visibilityConfig: visibility("acl-blocked-addresses"),
      },
      {
        name: "countries",
        priority: 5,
        action: { block: {} },
        statement: { notStatement: { statement: { geoMatchStatement: { countryCodes: ["DE", "FR"] } } } },
        visibilityConfig: visibility("acl-countries"),
      },
      expect.objectContaining({ name: "rate-limit" }),
      {
        name: "large-bodies",
        priority: 35,
        action: { block: {} },
        statement: {
          andStatement: {
            statements: [
              {
                labelMatchStatement: {
                  scope: "LABEL",
                  key: "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body",
                },
              },
              { notStatement: { statement: { orStatement: { statements: [path("/import"), path("/uploads/")] } } } },
            ],
          },
        },
        visibilityConfig: visibility("acl-large-bodies"),
      },
    ]);
  });

  it("blocks countries by name, and large bodies everywhere when no path may take them", () => {
    const plan = planWebAcl("edge", { countries: { block: ["KP"] }, largeBodyPaths: [] });
    const statements = Object.fromEntries(webAclRules("acl", plan, {}).map(({ name, statement }) => [name, statement]));
    expect(statements["countries"]).toEqual({ geoMatchStatement: { countryCodes: ["KP"] } });
    expect(statements["large-bodies"]).toEqual({
      labelMatchStatement: { scope: "LABEL", key: "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body" },
    });
  });

  it("still lets allowed addresses in, but blocks none of the others, in observe mode", () => {
    const plan = planWebAcl("edge", {
      mode: "observe",
      allowedAddresses: ["192.0.2.44"],
      blockedAddresses: ["198.51.100.0/24"],
      countries: { block: ["KP"] },
      largeBodyPaths: ["/uploads/"],
    });
    const actions = webAclRules("acl", plan, {}).map(({ name, action, overrideAction }) => [name, action ?? overrideAction]);
    expect(actions).toEqual([
      ["allowed-addresses", { allow: {} }],
      ...["blocked-addresses", "countries", "ip-reputation", "rate-limit", "common", "large-bodies", "known-bad-inputs"].map(
        (name) => [name, { count: {} }],
      ),
    ]);
  });

  it("gives single rules of a group the action that the caller wants", () => {
    const ruleOverrides = { AWSManagedRulesCommonRuleSet: { NoUserAgent_HEADER: "challenge" } } as const;
    const rules = webAclRules("acl", planWebAcl("edge", { ruleOverrides }), {});
    expect(rules.find(({ name }) => name === "common")?.statement).toEqual({
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name: "AWSManagedRulesCommonRuleSet",
        ruleActionOverrides: [
          { name: "SizeRestrictions_BODY", actionToUse: { count: {} } },
          { name: "NoUserAgent_HEADER", actionToUse: { challenge: {} } },
        ],
      },
    });
  });
});
