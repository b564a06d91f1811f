import { childName, Naming } from "@org/infra-naming";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import { checkedArn } from "./edge-arn";
import type { ManagedRuleGroup } from "./managed-rule-groups";
import type { Profile } from "./profile";
import { planWebAcl } from "./web-acl-plan";
import { webAclRules } from "./web-acl-rules";

/** Arguments of `WebAcl`. */
export interface WebAclArgs {
  /**
   * `enforce` blocks; `observe` only counts what it would block, to look at metrics and samples before going live.
   * @default "enforce"
   */
  readonly mode?: "enforce" | "observe";
  /**
   * AWS's managed rule groups that requests are checked against.
   * @default IP reputation list, common rule set, known bad inputs
   */
  readonly ruleGroups?: readonly ManagedRuleGroup[];
  /**
   * Requests that one IP address may make in five minutes, 10 to 2,000,000,000.
   * @default 2000
   */
  readonly rateLimit?: number;
  /**
   * The most web ACL capacity units that the rules may need, up to 5000. Over 1500 AWS charges more for each request.
   * @default 1500
   */
  readonly maxCapacity?: number;
  /**
   * Days that the log of requests is kept; one of the periods of CloudWatch Logs.
   * @default 365 in production, 14 in ephemeral environments
   */
  readonly retentionInDays?: number;
  /**
   * ARN of a customer managed KMS key in us-east-1 that encrypts the log of requests.
   * @default the key of CloudWatch Logs
   */
  readonly logKmsKeyArn?: pulumi.Input<string>;
  /** @default "production" */
  readonly profile?: Profile;
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. */
  readonly tags?: Record<string, string>;
  /** Last word on the arguments and options of the web ACL itself: rules of your own, CAPTCHA, token domains. */
  readonly transform?: { readonly webAcl?: (args: wafv2.WebAclArgs, opts: pulumi.CustomResourceOptions) => void };
}

/** Web ACLs for CloudFront, their logging and its log group exist in this Region only, whatever the provider's is. */
const edge = { region: "us-east-1" };

/**
 * A WAFv2 web ACL for CloudFront: lets requests in by default and blocks by managed rules and a rate limit; logs
 * every request without its credentials.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export class WebAcl extends pulumi.ComponentResource {
  readonly webAcl: wafv2.WebAcl;
  readonly logGroup: cloudwatch.LogGroup;
  readonly logging: wafv2.WebAclLoggingConfiguration;
  /** What `Distribution` takes as `webAclArn`. */
  readonly arn: pulumi.Output<string>;
  /** Value of the dimension `WebACL` of its metrics in `AWS/WAFV2`, which are in us-east-1. */
  readonly metricName: pulumi.Output<string>;
  /** Web ACL capacity units (WCU) that the planned rules need. */
  readonly capacity: number;

  constructor(name: string, args: WebAclArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const plan = planWebAcl(name, args);
    super("org:edge:WebAcl", name, {}, opts);
    const naming = args.naming ?? Naming.ofStack();
    const aclName = naming.physicalName("aws:wafv2/webAcl:WebAcl", name);

    const aclArgs: wafv2.WebAclArgs = {
      ...edge,
      name: aclName,
      description: `Protects the distribution of ${naming.sanitizedName}`,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      rules: webAclRules(aclName, plan),
      // Metrics carry the metric name, not the name: one name for both keeps alarms from watching an empty series.
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: aclName },
      tags: naming.nameTags(name, args.tags),
    };
    const aclOpts: pulumi.CustomResourceOptions = { parent: this };
    args.transform?.webAcl?.(aclArgs, aclOpts);
    this.webAcl = new wafv2.WebAcl(childName(name, "web-acl"), aclArgs, aclOpts);

    this.logGroup = new cloudwatch.LogGroup(
      childName(name, "log-group"),
      {
        ...edge,
        // WAF logs only to names that start like this. It writes the resource policy of the log group by itself.
        name: naming.physicalName("aws:cloudwatch/logGroup:LogGroup", name, { prefix: "aws-waf-logs-" }),
        retentionInDays: plan.retentionInDays,
        kmsKeyId:
          args.logKmsKeyArn === undefined
            ? undefined
            : checkedArn(`WebAcl "${name}"`, "logKmsKeyArn", "key", args.logKmsKeyArn),
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
    this.logging = new wafv2.WebAclLoggingConfiguration(
      childName(name, "logging"),
      {
        ...edge,
        resourceArn: this.webAcl.arn,
        logDestinationConfigs: [this.logGroup.arn],
        redactedFields: ["authorization", "cookie"].map((header) => ({ singleHeader: { name: header } })),
      },
      { parent: this },
    );

    this.arn = this.webAcl.arn;
    this.metricName = this.webAcl.visibilityConfig.metricName;
    this.capacity = plan.capacity;
    this.registerOutputs({ arn: this.arn, metricName: this.metricName, logGroupName: this.logGroup.name });
  }
}
