import fc from "fast-check";
import { brokenRules, childName, nameRules } from "./index";

const types = Object.keys(nameRules);

describe("nameRules", () => {
  it("cover every named type that the components create", () => {
    expect(types).toEqual(
      expect.arrayContaining([
        "aws:appautoscaling/policy:Policy",
        "aws:autoscaling/group:Group",
        "aws:autoscaling/policy:Policy",
        "aws:cloudfront/cachePolicy:CachePolicy",
        "aws:cloudfront/function:Function",
        "aws:cloudfront/originAccessControl:OriginAccessControl",
        "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
        "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
        "aws:cloudfront/vpcOrigin:VpcOrigin",
        "aws:cloudwatch/compositeAlarm:CompositeAlarm",
        "aws:cloudwatch/dashboard:Dashboard",
        "aws:cloudwatch/eventRule:EventRule",
        "aws:cloudwatch/eventTarget:EventTarget",
        "aws:cloudwatch/logGroup:LogGroup",
        "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        "aws:dynamodb/table:Table",
        "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:ec2/securityGroup:SecurityGroup",
        "aws:iam/instanceProfile:InstanceProfile",
        "aws:iam/policy:Policy",
        "aws:iam/role:Role",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:kms/alias:Alias",
        "aws:lb/loadBalancer:LoadBalancer",
        "aws:lb/targetGroup:TargetGroup",
        "aws:s3/bucket:Bucket",
        "aws:secretsmanager/secret:Secret",
        "aws:sns/topic:Topic",
        "aws:sqs/queue:Queue",
        "aws:ssm/parameter:Parameter",
        "aws:wafv2/ipSet:IpSet",
        "aws:wafv2/webAcl:WebAcl",
      ]),
    );
  });

  it.each([
    ["aws:s3/bucket:Bucket", "ab", "have 3 to 63 characters"],
    ["aws:s3/bucket:Bucket", "Logs", "consist of a-z, 0-9, . and -, with a-z or 0-9 at both ends, without .. and not like an IP address"],
    ["aws:s3/bucket:Bucket", "192.168.1.1", "consist of a-z, 0-9, . and -, with a-z or 0-9 at both ends, without .. and not like an IP address"],
    ["aws:s3/bucket:Bucket", "xn--logs", 'not start with "xn--"'],
    ["aws:s3/bucket:Bucket", "logs-an", 'not end with "-an"'],
    ["aws:lb/loadBalancer:LoadBalancer", "x".repeat(33), "have 1 to 32 characters"],
    ["aws:lb/loadBalancer:LoadBalancer", "Internal-web", 'not start with "internal-"'],
    ["aws:lb/targetGroup:TargetGroup", "web-", "consist of letters, digits and -, with a letter or digit at both ends"],
    ["aws:ec2/securityGroup:SecurityGroup", "sg-web", 'not start with "sg-"'],
    ["aws:ec2/launchTemplate:LaunchTemplate", "x".repeat(126), "have 3 to 125 characters"],
    ["aws:iam/role:Role", "x".repeat(65), "have 1 to 64 characters"],
    ["aws:kms/alias:Alias", "web-key", 'start with "alias/"'],
    ["aws:kms/alias:Alias", "alias/awsome", 'not start with "alias/aws"'],
    ["aws:cloudwatch/logGroup:LogGroup", "aws/web", 'not start with "aws/"'],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", "a\tb", "consist of anything but control characters"],
    ["aws:sqs/queue:Queue", "web.fifo", "consist of letters, digits, - and _"],
    ["aws:ssm/parameter:Parameter", "/AWS/web", 'not start with "/aws"'],
    ["aws:ssm/parameter:Parameter", "/a".repeat(16), "consist of letters, digits, _, . and - in up to 15 levels"],
  ])("know that a name of %s like %j must %s", (type, name, sentence) => {
    expect(brokenRules(nameRules[type], name)).toEqual([sentence]);
  });

  it.each([
    ["aws:s3/bucket:Bucket", "acme-prod.logs-3f9a"],
    ["aws:lb/loadBalancer:LoadBalancer", "x".repeat(32)],
    ["aws:ec2/securityGroup:SecurityGroup", "web (internal) [443]"],
    ["aws:kms/alias:Alias", "alias/acme/prod"],
    ["aws:cloudwatch/logGroup:LogGroup", "/aws/events/acme"],
    ["aws:iam/role:Role", "acme+prod=web,task.one@x-y_z"],
    ["aws:autoscaling/group:Group", "acme/prod;web"],
    ["aws:ssm/parameter:Parameter", "/acme/prod/db/url"],
  ])("take a name of %s like %j", (type, name) => {
    expect(brokenRules(nameRules[type], name)).toEqual([]);
  });

  it("tell every rule that a name breaks", () => {
    expect(brokenRules(nameRules["aws:s3/bucket:Bucket"], `sthree-${"X".repeat(60)}-an`)).toEqual([
      "have 3 to 63 characters",
      "consist of a-z, 0-9, . and -, with a-z or 0-9 at both ends, without .. and not like an IP address",
      'not start with "sthree-"',
      'not end with "-an"',
    ]);
  });

  it("answer in linear time, whatever the name", () => {
    const hostile = fc.constantFrom("-", "a-", "/a", "a.", "1.", "aaaa").map((part) => part.repeat(20_000));
    fc.assert(
      fc.property(fc.constantFrom(...types), hostile, (type, name) => {
        const start = performance.now();
        expect(brokenRules(nameRules[type], name).length).toBeGreaterThan(0);
        expect(performance.now() - start).toBeLessThan(2000);
      }),
    );
  });
});

describe("childName", () => {
  it("puts the component's name in front of the child's roles", () => {
    expect(childName("network", "public", "us-east-1a")).toBe("network-public-us-east-1a");
    expect(childName("network")).toBe("network");
  });
});
