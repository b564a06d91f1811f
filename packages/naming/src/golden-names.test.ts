import { nameRules, Naming } from "./index";

/**
 * Names that exist somewhere. A change here replaces resources in every deployment, with the data they hold: it is a
 * breaking change of the package, never a matter of taste.
 */
const GOLDEN_CUT_NAMES: [type: string, name: string][] = [
  ["aws:s3/bucket:Bucket", "customer-relations-platform-application-load-balancer-4wrmkwbn"],
  ["aws:lb/loadBalancer:LoadBalancer", "customer-re-application-4wrmkwbn"],
  ["aws:lb/targetGroup:TargetGroup", "customer-re-application-4wrmkwbn"],
  ["aws:ec2/securityGroup:SecurityGroup", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:ec2/launchTemplate:LaunchTemplate", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:autoscaling/group:Group", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:autoscaling/policy:Policy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:autoscaling/lifecycleHook:LifecycleHook", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:appautoscaling/policy:Policy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:iam/role:Role", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:iam/policy:Policy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:iam/instanceProfile:InstanceProfile", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:iam/rolePolicy:RolePolicy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:kms/alias:Alias", "alias/customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:dynamodb/table:Table", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:backup/vault:Vault", "customer-relations-p-application-load-bal-4wrmkwbn"],
  ["aws:backup/plan:Plan", "customer-relations-p-application-load-bal-4wrmkwbn"],
  ["aws:backup/selection:Selection", "customer-relations-p-application-load-bal-4wrmkwbn"],
  ["aws:secretsmanager/secret:Secret", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/logGroup:LogGroup", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/logMetricFilter:LogMetricFilter", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/logDeliverySource:LogDeliverySource", "customer-relations-platfo-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", "customer-relations-platfo-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/compositeAlarm:CompositeAlarm", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/dashboard:Dashboard", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/eventRule:EventRule", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/eventTarget:EventTarget", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:cloudwatch/eventBus:EventBus", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:scheduler/schedule:Schedule", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:sns/topic:Topic", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:sqs/queue:Queue", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:wafv2/webAcl:WebAcl", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:wafv2/ipSet:IpSet", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:wafv2/ruleGroup:RuleGroup", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:wafv2/regexPatternSet:RegexPatternSet", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/cachePolicy:CachePolicy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/originRequestPolicy:OriginRequestPolicy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/originAccessControl:OriginAccessControl", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/function:Function", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/keyValueStore:KeyValueStore", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:cloudfront/vpcOrigin:VpcOrigin", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
  ["aws:ssm/parameter:Parameter", "customer-relations-platform-feature-pr-1234-application-load-balancer-4wrmkwbn"],
  ["aws:lambda/function:Function", "customer-relations-platform-f-application-load-balancer-4wrmkwbn"],
];

describe("names that were given once", () => {
  const short = new Naming({ project: "infra", environment: "prod" });
  const long = new Naming({ project: "customer-relations-platform", environment: "Feature/PR 1234" });

  it.each(GOLDEN_CUT_NAMES)("stay the same for %s", (type, name) => {
    expect(long.physicalName(type, "Application/load-balancer")).toBe(name);
    expect(short.physicalName(type, "web")).toBe(type === "aws:kms/alias:Alias" ? "alias/infra-prod-web" : "infra-prod-web");
  });

  it("are written down for every type with a rule", () => {
    expect(GOLDEN_CUT_NAMES.map(([type]) => type)).toEqual(Object.keys(nameRules));
  });

  it("stay the same with replacing inputs and with a prefix", () => {
    const targetGroup = short.physicalName("aws:lb/targetGroup:TargetGroup", "primary", { replaceKey: ["80", "HTTP"] });
    expect(targetGroup).toBe("infra-prod-primary-s9wgsfk4");
    const logGroup = short.physicalName("aws:cloudwatch/logGroup:LogGroup", "Edge", { prefix: "aws-waf-logs-" });
    expect(logGroup).toBe("aws-waf-logs-infra-prod-edge-nnkt6xm5");
  });
});
