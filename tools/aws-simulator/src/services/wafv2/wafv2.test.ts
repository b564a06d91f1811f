import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const ACL = "aws:wafv2/webAcl:WebAcl";
const LOGGING = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
const IP_SET = "aws:wafv2/ipSet:IpSet";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "edge", sampledRequestsEnabled: true };
const managed = (name: string, priority: number): PropertyMap => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
  visibilityConfig,
});
const rate = (limit: number, priority = 9): PropertyMap => ({
  name: "rate",
  priority,
  action: { block: {} },
  statement: { rateBasedStatement: { limit, aggregateKeyType: "IP" } },
  visibilityConfig,
});
const acl = (change: PropertyMap = {}): PropertyMap => ({
  name: "edge",
  scope: "CLOUDFRONT",
  defaultAction: { allow: {} },
  visibilityConfig,
  rules: [
    managed("AWSManagedRulesAmazonIpReputationList", 1),
    managed("AWSManagedRulesCommonRuleSet", 2),
    managed("AWSManagedRulesKnownBadInputsRuleSet", 3),
    rate(2000),
  ],
  ...change,
});
const geo = { geoMatchStatement: { countryCodes: ["XX"] } };

describe("a web ACL", () => {
  it("of CloudFront's scope lives in us-east-1 under a global ARN, and costs what its rules cost", () => {
    const made = new SimulatedAccount().create(ACL, "edge", acl());
    expect(made.outputs).toMatchObject({
      arn: `arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/${made.id}`,
      capacity: 927,
      applicationIntegrationUrl: "",
    });
    const regional = new SimulatedAccount().create(ACL, "alb", acl({ scope: "REGIONAL", region: "eu-west-1" }));
    expect(regional.outputs["arn"]).toBe(`arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/edge/${regional.id}`);
  });

  it("of CloudFront's scope is refused in any other region, in a preview as well", () => {
    expect(refusalOf(() => new SimulatedAccount().preview(ACL, "edge", acl({ region: "eu-west-1" })))).toEqual({
      rule: "wafv2/web-acl-scope",
      code: "WAFInvalidParameterException",
      message: "Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT",
      remedy: 'Set `region` to "us-east-1" on the resource, or `scope` to REGIONAL for a load balancer.',
    });
  });

  it.each<[string, PropertyMap, string, string, string]>([
    ["no known scope", { scope: "GLOBAL" }, "wafv2/web-acl-scope", "WAFInvalidParameterException", "Error reason: The scope is not valid., field: SCOPE_VALUE, parameter: GLOBAL"],
    [
      "two default actions",
      { defaultAction: { allow: {}, block: {} } },
      "wafv2/web-acl-one-default-action",
      "WAFInvalidParameterException",
      "Error reason: You have used none or multiple values for a field that requires exactly one value., field: DEFAULT_ACTION, parameter: DefaultAction",
    ],
    [
      "two rules of one priority",
      { rules: [managed("AWSManagedRulesCommonRuleSet", 1), rate(2000, 1)] },
      "wafv2/web-acl-distinct-priorities",
      "WAFInvalidParameterException",
      "Error reason: Your request contains rules with duplicate priorities., field: RULE, parameter: PRIORITY: 1",
    ],
    [
      "two rules of one name",
      { rules: [rate(2000, 1), rate(3000, 2)] },
      "wafv2/web-acl-distinct-rule-names",
      "WAFInvalidParameterException",
      "Error reason: Your request contains rules with duplicate names., field: RULE, parameter: NAME: rate",
    ],
    [
      "an action on a rule group",
      { rules: [{ ...managed("AWSManagedRulesCommonRuleSet", 1), action: { block: {} } }] },
      "wafv2/web-acl-rule-action-or-override",
      "WAFInvalidParameterException",
      "Error reason: You have used none or multiple values for a field that requires exactly one value., field: RULE, parameter: Rule",
    ],
    [
      "an OR of one statement",
      { rules: [{ name: "or", priority: 1, action: { block: {} }, statement: { orStatement: { statements: [geo] } }, visibilityConfig }] },
      "wafv2/web-acl-and-or-need-two-statements",
      "WAFInvalidParameterException",
      "Error reason: You have not met the minimum requirement for a threshold setting or limit., field: OR_STATEMENT, parameter: Statements",
    ],
    [
      "a rate of nine",
      { rules: [rate(9)] },
      "wafv2/web-acl-rate-limit",
      "WAFInvalidParameterException",
      "Error reason: You have not met the minimum requirement for a threshold setting or limit., field: RATE_BASED_STATEMENT, parameter: 9",
    ],
    [
      "a metric name that WAF keeps for itself",
      { visibilityConfig: { ...visibilityConfig, metricName: "All" } },
      "wafv2/web-acl-metric-name",
      "WAFInvalidParameterException",
      "Error reason: The parameter contains formatting that is not valid., field: METRIC_NAME, parameter: All",
    ],
    [
      "rules of 5,600 capacity units",
      { rules: Array.from({ length: 8 }, (_, priority) => ({ ...managed("AWSManagedRulesCommonRuleSet", priority), name: `c${priority}` })) },
      "wafv2/web-acl-capacity",
      "WAFLimitsExceededException",
      "AWS WAF couldn’t perform the operation because you exceeded your resource limit.",
    ],
  ])("is refused with %s", (_case, change, rule, code, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(ACL, "edge", acl(change)))).toMatchObject({ rule, code, message });
  });

  it("takes an OR of two statements and a rate of ten", () => {
    const or = { name: "or", priority: 1, action: { block: {} }, statement: { orStatement: { statements: [geo, geo] } }, visibilityConfig };
    expect(new SimulatedAccount().create(ACL, "edge", acl({ rules: [or, rate(10)] })).outputs["capacity"]).toBe(4);
  });

  it("shares its name with one of the other scope, not of its own", () => {
    const account = new SimulatedAccount();
    account.create(ACL, "a", acl());
    account.create(ACL, "b", acl({ scope: "REGIONAL" }));
    expect(refusalOf(() => account.create(ACL, "c", acl()))).toMatchObject({
      rule: "wafv2/web-acl-name-free",
      code: "WAFDuplicateItemException",
    });
  });

  it("is not deleted while it protects something", () => {
    const account = new SimulatedAccount();
    const made = account.create(ACL, "alb", acl({ scope: "REGIONAL" }));
    const association = account.create(ASSOCIATION, "alb", {
      webAclArn: String(made.outputs["arn"]),
      resourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188",
    });
    expect(refusalOf(() => account.delete(made))).toMatchObject({ rule: "wafv2/web-acl-associated", code: "WAFAssociatedItemException" });
    account.delete(association);
    account.delete(made);
    expect(account.read(made)).toBeUndefined();
  });

  it("changes nothing when the same rules come in another order", () => {
    const account = new SimulatedAccount();
    const made = account.create(ACL, "edge", acl());
    const rules = acl()["rules"];
    expect(account.diff(made, acl({ rules: Array.isArray(rules) ? rules.toReversed() : [] })).changes).toBe(false);
    expect(account.diff(made, acl({ scope: "REGIONAL" })).replaces).toEqual(["scope"]);
  });
});

describe("an association", () => {
  it("is refused for a distribution, and for a web ACL that does not exist", () => {
    const account = new SimulatedAccount();
    const made = account.create(ACL, "edge", acl());
    expect(refusalOf(() => account.create(ASSOCIATION, "a", { webAclArn: String(made.outputs["arn"]), resourceArn: "arn:aws:cloudfront::123456789012:distribution/E1" }))).toMatchObject({
      rule: "wafv2/association-not-for-cloudfront",
      code: "WAFInvalidParameterException",
    });
    const gone = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/gone/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(refusalOf(() => account.create(ASSOCIATION, "b", { webAclArn: gone, resourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/1" }))).toMatchObject({
      rule: "wafv2/web-acl-association-web-acl-arn-exists",
      code: "WAFNonexistentItemException",
    });
  });
});

describe("a logging configuration", () => {
  const logs = (name: string, region = "us-east-1"): string => `arn:aws:logs:${region}:123456789012:log-group:${name}`;
  const invalid = (arn: string): string =>
    `Error reason: The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes., field: LOG_DESTINATION, parameter: ${arn}`;

  it("writes to a log group whose name says so", () => {
    const account = new SimulatedAccount();
    const resourceArn = String(account.create(ACL, "edge", acl()).outputs["arn"]);
    account.create(LOG_GROUP, "waf", { name: "aws-waf-logs-edge" });
    expect(account.create(LOGGING, "edge", { resourceArn, logDestinationConfigs: [logs("aws-waf-logs-edge")] }).id).toBe(resourceArn);
    expect(account.create(LOGGING, "s3", { resourceArn, logDestinationConfigs: ["arn:aws:s3:::aws-waf-logs-edge/waf"] }).id).toBe(resourceArn);
  });

  it.each([
    ["a name without the prefix", logs("edge"), 'Let the name begin with aws-waf-logs-: "edge" does not.'],
    ["an ARN that ends in :*", `${logs("aws-waf-logs-edge")}:*`, "Give the log group's ARN without the :* at its end."],
    ["another region", logs("aws-waf-logs-edge", "eu-west-1"), "Put the destination into us-east-1, the region of the web ACL: it is in eu-west-1."],
    ["a topic", "arn:aws:sns:us-east-1:123456789012:aws-waf-logs-edge", "Give the ARN of a log group, a bucket or a Firehose delivery stream."],
  ])("is refused with %s", (_case, destination, remedy) => {
    const account = new SimulatedAccount();
    const resourceArn = String(account.create(ACL, "edge", acl()).outputs["arn"]);
    expect(refusalOf(() => account.create(LOGGING, "edge", { resourceArn, logDestinationConfigs: [destination] }))).toEqual({
      rule: "wafv2/logging-destination",
      code: "WAFInvalidParameterException",
      message: invalid(destination),
      remedy,
    });
  });

  it("is refused with a log group that does not exist, two destinations, or no web ACL", () => {
    const account = new SimulatedAccount();
    const resourceArn = String(account.create(ACL, "edge", acl()).outputs["arn"]);
    expect(refusalOf(() => account.create(LOGGING, "edge", { resourceArn, logDestinationConfigs: [logs("aws-waf-logs-edge")] }))).toMatchObject({
      rule: "wafv2/logging-destination-exists",
      code: "WAFLogDestinationPermissionIssueException",
    });
    expect(refusalOf(() => account.create(LOGGING, "edge", { resourceArn, logDestinationConfigs: [logs("aws-waf-logs-a"), logs("aws-waf-logs-b")] }))).toMatchObject({
      rule: "wafv2/logging-one-destination",
      code: "WAFInvalidParameterException",
    });
    expect(refusalOf(() => account.create(LOGGING, "edge", { resourceArn: `${resourceArn}0`, logDestinationConfigs: [logs("aws-waf-logs-a")] })).code).toBe("WAFNonexistentItemException");
  });
});

describe("an IP set", () => {
  const set = (change: PropertyMap): PropertyMap => ({ name: "office", scope: "REGIONAL", ipAddressVersion: "IPV4", addresses: ["192.0.2.0/24"], ...change });

  it("holds blocks of its version", () => {
    const made = new SimulatedAccount().create(IP_SET, "office", set({}));
    expect(made.outputs["arn"]).toBe(`arn:aws:wafv2:us-east-1:123456789012:regional/ipset/office/${made.id}`);
    expect(new SimulatedAccount().create(IP_SET, "office", set({ ipAddressVersion: "IPV6", addresses: ["2001:db8::/32"] })).outputs["ipAddressVersion"]).toBe("IPV6");
  });

  it.each(["192.0.2.44", "0.0.0.0/0", "2001:db8::/32", "192.0.2.0/33"])("is refused with %s", (address) => {
    expect(refusalOf(() => new SimulatedAccount().create(IP_SET, "office", set({ addresses: [address] })))).toMatchObject({
      rule: "wafv2/ip-set-addresses",
      code: "WAFInvalidParameterException",
      message: `Error reason: The parameter contains formatting that is not valid., field: IP_ADDRESS, parameter: ${address}`,
    });
  });

  it("is refused with an unknown version, in the wrong region, and under a name that is taken", () => {
    const account = new SimulatedAccount();
    expect(refusalOf(() => account.create(IP_SET, "a", set({ ipAddressVersion: "4", addresses: [] }))).rule).toBe("wafv2/ip-set-version");
    expect(refusalOf(() => account.create(IP_SET, "a", set({ scope: "CLOUDFRONT", region: "eu-west-1" }))).rule).toBe("wafv2/ip-set-scope");
    account.create(IP_SET, "a", set({}));
    expect(refusalOf(() => account.create(IP_SET, "b", set({}))).code).toBe("WAFDuplicateItemException");
  });
});
