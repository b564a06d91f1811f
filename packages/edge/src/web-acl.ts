import { childName, Naming } from "@org/infra-naming";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import type { Countries } from "./countries";
import { checkedArn } from "./edge-arn";
import { edge } from "./edge-region";
import type { ManagedRuleGroup } from "./managed-rule-groups";
import type { Profile } from "./profile";
import type { RuleOverrides } from "./rule-overrides";
import type { WafLogBucket } from "./web-acl-log";
import { planWebAcl, type WebAclPlan } from "./web-acl-plan";
import { webAclRules } from "./web-acl-rules";

/** Arguments of `WebAcl`. */
export interface WebAclArgs {
  /**
   * `enforce` blocks; `observe` only counts what it would block, to look at metrics and samples before going live.
   * @default "enforce"
   */
  readonly mode?: "enforce" | "observe";
  /**
   * AWS's managed rule groups that requests are checked against; those that cost extra are not among them.
   * @default IP reputation list, common rule set, known bad inputs
   */
  readonly ruleGroups?: readonly ManagedRuleGroup[];
  /**
   * What single rules of these groups do, where AWS's choice turns away your users:
   * `{ AWSManagedRulesCommonRuleSet: { NoUserAgent_HEADER: "count" } }`.
   * @default AWS's own actions; `SizeRestrictions_BODY` only counts, as it would block every body over 8 KB
   */
  readonly ruleOverrides?: RuleOverrides;
  /**
   * Starts of the paths where bodies over 8 KB may go; they are blocked everywhere else. An empty list blocks them all.
   * @default bodies over 8 KB are counted, and blocked nowhere
   */
  readonly largeBodyPaths?: readonly string[];
  /**
   * Requests that one IP address may make in five minutes, 10 to 2,000,000,000.
   * @default 2000
   */
  readonly rateLimit?: number;
  /**
   * IPv4 and IPv6 addresses or CIDR blocks that get in without any check, not even the rate limit.
   * @default none
   */
  readonly allowedAddresses?: readonly string[];
  /**
   * IPv4 and IPv6 addresses or CIDR blocks that are blocked.
   * @default none
   */
  readonly blockedAddresses?: readonly string[];
  /**
   * Countries that requests may come from, or may not, up to 50: `{ allow: ["DE"] }` or `{ block: ["KP"] }`.
   * @default every country
   */
  readonly countries?: Countries;
  /**
   * The most web ACL capacity units (WCU) that the rules may need, up to 5000; the default ones need 927. Over 1500 AWS
   * charges more for each request.
   * @default 1500
   */
  readonly maxCapacity?: number;
  /**
   * `matched` logs only what a rule blocked, counted or challenged, which costs a fraction of `all`.
   * @default "all"
   */
  readonly loggedRequests?: "all" | "matched";
  /**
   * Headers whose values stay out of the log and of the samples that WAF takes of requests.
   * @default authorization and cookie
   */
  readonly redactedHeaders?: readonly string[];
  /**
   * Keeps query strings out of both, for applications that put secrets there.
   * @default false
   */
  readonly redactQueryString?: boolean;
  /**
   * A bucket that takes the log, in place of a log group: a `LogBucket` of `@org/infra-data` for `waf`, for one.
   * @default a log group in us-east-1
   */
  readonly logBucket?: WafLogBucket;
  /**
   * Days that the log group keeps requests; one of the periods of CloudWatch Logs.
   * @default 365 in production, 14 in ephemeral environments
   */
  readonly retentionInDays?: number;
  /**
   * ARN of a customer managed KMS key in us-east-1 that encrypts the log group.
   * @default the key of CloudWatch Logs
   */
  readonly logKmsKeyArn?: pulumi.Input<string>;
  /** `production` keeps the log group for a year. @default "production" */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
  /** Last word on the arguments and options of the web ACL itself: rules of your own, CAPTCHA, token domains. @default none */
  readonly transform?: { readonly webAcl?: (args: wafv2.WebAclArgs, opts: pulumi.CustomResourceOptions) => void };
}

/**
 * A WAFv2 web ACL for CloudFront: lets requests in by default and blocks by managed rules, a rate limit, and lists of
 * addresses and countries; logs requests without their credentials. All of it is in us-east-1, whatever the provider's
 * Region is.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered; for ARNs that only AWS knows,
 * when they become known
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export class WebAcl extends pulumi.ComponentResource {
  /** By role: `allowed-ipv4`, `allowed-ipv6`, `blocked-ipv4`, `blocked-ipv6`. */
  readonly ipSets: Readonly<Record<string, wafv2.IpSet>>;
  readonly webAcl: wafv2.WebAcl;
  /** Absent when a bucket takes the log. */
  readonly logGroup?: cloudwatch.LogGroup;
  readonly logging: wafv2.WebAclLoggingConfiguration;
  /** What `Distribution` takes as `webAclArn`. */
  readonly arn: pulumi.Output<string>;
  /** Value of the dimension `WebACL` of its metrics in `AWS/WAFV2`, which are in us-east-1. */
  readonly metricName: pulumi.Output<string>;
  /** Web ACL capacity units (WCU) that the planned rules need. */
  readonly capacity: number;

  constructor(name: string, args: WebAclArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const plan = planWebAcl(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:edge:WebAcl", name, {}, opts);

    this.ipSets = this.createIpSets(name, plan, args, naming);
    this.webAcl = this.createWebAcl(name, plan, args, naming);
    this.logGroup = plan.log.logGroup && this.createLogGroup(name, plan.log.logGroup.retentionInDays, args, naming);
    this.logging = this.logRequests(name, plan, args);

    this.arn = this.webAcl.arn;
    this.metricName = this.webAcl.visibilityConfig.metricName;
    this.capacity = plan.capacity;
    this.registerOutputs({
      arn: this.arn,
      metricName: this.metricName,
      ...(this.logGroup && { logGroupName: this.logGroup.name }),
    });
  }

  private createIpSets(name: string, plan: WebAclPlan, args: WebAclArgs, naming: Naming): Record<string, wafv2.IpSet> {
    const sets = plan.addressSets.map(({ role, list, version, addresses }) => {
      const child = childName(name, role);
      const set = new wafv2.IpSet(
        child,
        {
          ...edge,
          name: naming.physicalName("aws:wafv2/ipSet:IpSet", child),
          description: `Addresses that are always ${list}`,
          scope: "CLOUDFRONT",
          ipAddressVersion: version,
          addresses: [...addresses],
          tags: naming.nameTags(child, args.tags),
        },
        { parent: this },
      );
      return [role, set] as const;
    });
    return Object.fromEntries(sets);
  }

  private createWebAcl(name: string, plan: WebAclPlan, args: WebAclArgs, naming: Naming): wafv2.WebAcl {
    const aclName = naming.physicalName("aws:wafv2/webAcl:WebAcl", name);
    const setArns = Object.fromEntries(Object.entries(this.ipSets).map(([role, set]) => [role, set.arn]));
    const aclArgs: wafv2.WebAclArgs = {
      ...edge,
      name: aclName,
      description: `Protects the distribution of ${naming.sanitizedName}`,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      rules: webAclRules(aclName, plan, setArns),
      // Metrics carry the metric name, not the name: one name for both keeps alarms from watching an empty series.
      visibilityConfig: { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: aclName },
      dataProtectionConfig: plan.log.dataProtectionConfig,
      tags: naming.nameTags(name, args.tags),
    };
    const aclOpts: pulumi.CustomResourceOptions = { parent: this };
    args.transform?.webAcl?.(aclArgs, aclOpts);
    return new wafv2.WebAcl(childName(name, "web-acl"), aclArgs, aclOpts);
  }

  private createLogGroup(name: string, retentionInDays: number, args: WebAclArgs, naming: Naming): cloudwatch.LogGroup {
    return new cloudwatch.LogGroup(
      childName(name, "log-group"),
      {
        ...edge,
        // WAF logs only to names that start like this. It writes the resource policy of the log group by itself.
        name: naming.physicalName("aws:cloudwatch/logGroup:LogGroup", name, { prefix: "aws-waf-logs-" }),
        retentionInDays,
        kmsKeyId:
          args.logKmsKeyArn === undefined
            ? undefined
            : checkedArn(`WebAcl "${name}"`, "logKmsKeyArn", "key", args.logKmsKeyArn),
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private logRequests(name: string, { log }: WebAclPlan, { logBucket }: WebAclArgs): wafv2.WebAclLoggingConfiguration {
    const subject = `WebAcl "${name}"`;
    const logBucketArns = logBucket ? [checkedArn(subject, "logBucket.arn", "wafLogBucket", logBucket.arn)] : [];
    return new wafv2.WebAclLoggingConfiguration(
      childName(name, "logging"),
      {
        ...edge,
        resourceArn: this.webAcl.arn,
        logDestinationConfigs: this.logGroup ? [this.logGroup.arn] : logBucketArns,
        redactedFields: log.redactedFields,
        loggingFilter: log.loggingFilter,
      },
      { parent: this, dependsOn: [...(logBucket?.ready ?? [])] },
    );
  }
}
