import { planWebAcl } from "./web-acl-plan";

describe("planWebAcl", () => {
  it("enforces three managed rule groups and a rate limit, which need 927 of 1500 units", () => {
    expect(planWebAcl("edge", {})).toEqual({
      mode: "enforce",
      ruleGroups: [
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
      ],
      rateLimit: 2000,
      capacity: 927,
      retentionInDays: 365,
    });
  });

  it("keeps the log for two weeks in the ephemeral profile, and as long as asked when asked", () => {
    expect(planWebAcl("edge", { profile: "ephemeral" }).retentionInDays).toBe(14);
    expect(planWebAcl("edge", { profile: "ephemeral", retentionInDays: 90 }).retentionInDays).toBe(90);
  });

  it("sorts the groups by priority and takes each once, in whatever order they are asked for", () => {
    const plan = planWebAcl("edge", {
      ruleGroups: ["AWSManagedRulesSQLiRuleSet", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"],
    });
    expect(plan.ruleGroups).toEqual(["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"]);
    expect(plan.capacity).toBe(902);
  });

  it("takes rules that need exactly the capacity that is allowed", () => {
    expect(planWebAcl("edge", { maxCapacity: 927 }).capacity).toBe(927);
  });

  it("refuses rules that need more, with the sum", () => {
    expect(() =>
      planWebAcl("edge", {
        ruleGroups: [
          "AWSManagedRulesCommonRuleSet",
          "AWSManagedRulesKnownBadInputsRuleSet",
          "AWSManagedRulesSQLiRuleSet",
          "AWSManagedRulesLinuxRuleSet",
          "AWSManagedRulesWindowsRuleSet",
        ],
      }),
    ).toThrow(
      new Error(
        'WebAcl "edge": 1 invalid argument\n' +
          "  - `ruleGroups` must need at most 1500 web ACL capacity units (maxCapacity), the rate limit's 2 included, " +
          "got 1502: leave out a group, or raise maxCapacity: over 1500 AWS charges more for each request",
      ),
    );
  });

  it("names every wrong argument at once", () => {
    expect(() =>
      planWebAcl("edge", {
        maxCapacity: 5001,
        rateLimit: 9,
        retentionInDays: 42,
        logKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/abc",
      }),
    ).toThrow(
      new Error(
        'WebAcl "edge": 4 invalid arguments\n' +
          "  - `maxCapacity` must be a whole number from 1 to 5000 web ACL capacity units, got 5001: " +
          "use for example 1500, up to which requests cost the basic price\n" +
          "  - `rateLimit` must be a whole number of requests from 10 to 2000000000, got 9: " +
          "use for example 2000, the requests of one address in five minutes\n" +
          "  - `retentionInDays` must be a period that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, " +
          "180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42: use for example 365\n" +
          "  - `logKmsKeyArn` must be the ARN of a KMS key in us-east-1, where the log group is, " +
          'got "arn:aws:kms:eu-west-1:123456789012:key/abc": ' +
          "create a key with region us-east-1, whose policy lets CloudWatch Logs use it",
      ),
    );
  });
});
