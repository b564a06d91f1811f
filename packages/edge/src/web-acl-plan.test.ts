import { planWebAclLog } from "./web-acl-log";
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
      ruleOverrides: {},
      rateLimit: 2000,
      addressSets: [],
      capacity: 927,
      log: planWebAclLog({}),
    });
  });

  it("hands the log its own arguments", () => {
    expect(planWebAcl("edge", { profile: "ephemeral" }).log).toEqual(planWebAclLog({ profile: "ephemeral" }));
  });

  it("counts a unit for each IP set and for the countries, and two for each path of large bodies", () => {
    const plan = planWebAcl("edge", {
      allowedAddresses: ["192.0.2.44"],
      blockedAddresses: ["198.51.100.0/24", "2001:db8::/32"],
      countries: { block: ["US", "CA"] },
      largeBodyPaths: ["/uploads/", "/import", "/uploads/"],
    });
    expect(plan.addressSets.map(({ role }) => role)).toEqual(["allowed-ipv4", "blocked-ipv4", "blocked-ipv6"]);
    expect(plan.countries).toEqual({ kind: "block", codes: ["CA", "US"] });
    expect(plan.largeBodyPaths).toEqual(["/import", "/uploads/"]);
    expect(plan.capacity).toBe(927 + 3 + 1 + 1 + 2 * 2);
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
          "  - `ruleGroups` must need at most 1500 web ACL capacity units (maxCapacity), all other rules included, " +
          "got 1502: leave out a group, or raise maxCapacity: over 1500 AWS charges more for each request",
      ),
    );
  });

  it("takes them when more capacity is allowed", () => {
    const ruleGroups = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesLinuxRuleSet"] as const;
    const more = ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesWindowsRuleSet"] as const;
    expect(planWebAcl("edge", { ruleGroups: [...ruleGroups, ...more], maxCapacity: 5000 }).capacity).toBe(1502);
  });

  it.each([10, 5000, 2_000_000_000])("takes a rate limit of %d", (rateLimit) => {
    expect(planWebAcl("edge", { rateLimit }).rateLimit).toBe(rateLimit);
  });

  it.each([9, 2_000_000_001, 10.5])("refuses a rate limit of %d", (rateLimit) => {
    expect(() => planWebAcl("edge", { rateLimit })).toThrow(
      "`rateLimit` must be a whole number of requests from 10 to 2000000000",
    );
  });

  it.each([0, 5001, 1.5])("refuses a capacity of %d", (maxCapacity) => {
    expect(() => planWebAcl("edge", { maxCapacity })).toThrow(
      "`maxCapacity` must be a whole number from 1 to 5000 web ACL capacity units",
    );
  });

  it("names every wrong argument at once", () => {
    expect(() =>
      planWebAcl("edge", {
        maxCapacity: 5001,
        rateLimit: 9,
        retentionInDays: 42,
        logKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/abc",
        allowedAddresses: ["0.0.0.0/0"],
        blockedAddresses: ["example.com"],
        countries: { allow: ["Germany"] },
        largeBodyPaths: ["uploads"],
        ruleOverrides: { AWSManagedRulesPHPRuleSet: {} },
      }),
    ).toThrow(
      new Error(
        'WebAcl "edge": 9 invalid arguments\n' +
          "  - `maxCapacity` must be a whole number from 1 to 5000 web ACL capacity units, got 5001: " +
          "use for example 1500, up to which requests cost the basic price\n" +
          "  - `rateLimit` must be a whole number of requests from 10 to 2000000000, got 9: " +
          "use for example 2000, the requests of one address in five minutes\n" +
          "  - `ruleOverrides.AWSManagedRulesPHPRuleSet` must be for a group that ruleGroups names, " +
          'got "AWSManagedRulesPHPRuleSet": add the group to ruleGroups, or use one of ' +
          "AWSManagedRulesAmazonIpReputationList, AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet\n" +
          '  - `allowedAddresses` must hold IPv4 or IPv6 addresses or CIDR blocks; WAF takes no /0, got "0.0.0.0/0": ' +
          "use for example 192.0.2.0/24, 192.0.2.44 or 2001:db8::/32\n" +
          '  - `blockedAddresses` must hold IPv4 or IPv6 addresses or CIDR blocks; WAF takes no /0, got "example.com": ' +
          "use for example 192.0.2.0/24, 192.0.2.44 or 2001:db8::/32\n" +
          '  - `countries.allow` must hold ISO 3166-1 alpha-2 codes in capitals, got "Germany": ' +
          "use for example DE; the United Kingdom is GB\n" +
          "  - `largeBodyPaths` must hold the starts of paths: a slash and up to 199 characters of ASCII, " +
          'got "uploads": use for example /uploads/\n' +
          "  - `retentionInDays` must be a period that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, " +
          "180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42: use for example 365\n" +
          "  - `logKmsKeyArn` must be the ARN of a KMS key in us-east-1, where the log group is, " +
          'got "arn:aws:kms:eu-west-1:123456789012:key/abc": ' +
          "create a key with region us-east-1, whose policy lets CloudWatch Logs use it",
      ),
    );
  });
});
