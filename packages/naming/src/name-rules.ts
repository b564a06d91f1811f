import type { NameRule } from "./name-rule";

type Characters = Pick<NameRule, "pattern" | "characters">;

const WORD: Characters = { pattern: /^[A-Za-z0-9_-]*$/, characters: "letters, digits, - and _" };
const DOTTED_WORD: Characters = { pattern: /^[A-Za-z0-9_.-]*$/, characters: "letters, digits, -, _ and ." };
const IAM: Characters = { pattern: /^[\w+=,.@-]*$/, characters: "letters, digits and _ + = , . @ -" };
const ANYTHING: Characters = {
  // eslint-disable-next-line no-control-regex -- control characters are what the rule is about
  pattern: /^[^\u0000-\u001f\u007f-\u009f]*$/,
  characters: "anything but control characters",
};
const HYPHENATED: Characters = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  characters: "letters, digits and -, with a letter or digit at both ends",
};

const inRegion = (maxLength: number, characters: Characters, more: Partial<NameRule> = {}): NameRule => {
  return { property: "name", minLength: 1, maxLength, ...characters, uniqueIn: "account and region", renameReplaces: true, ...more };
};
const inAccount = (maxLength: number, characters: Characters, more: Partial<NameRule> = {}): NameRule => {
  return inRegion(maxLength, characters, { uniqueIn: "account", ...more });
};
const inParent = (maxLength: number, characters: Characters, more: Partial<NameRule> = {}): NameRule => {
  return inRegion(maxLength, characters, { uniqueIn: "parent", ...more });
};

/** CloudFront renames its policies in place, unlike its functions. */
const cloudFrontPolicy = inAccount(128, WORD, { renameReplaces: false });

/**
 * The rules for physical names by Pulumi type token, for every type that the packages of this workspace name.
 *
 * Limits are those of the AWS API references, or the provider's where it is stricter (launch template, KMS alias).
 * The environment is part of every name, so names that are unique per account are only shared between two regions
 * when the same project and environment is deployed to both: give each region its own environment then.
 */
export const nameRules: Readonly<Record<string, NameRule>> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  "aws:s3/bucket:Bucket": {
    property: "bucket",
    minLength: 3,
    maxLength: 63,
    pattern: /^(?!\d{1,3}(\.\d{1,3}){3}$)(?!.*\.\.)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    characters: "a-z, 0-9, . and -, with a-z or 0-9 at both ends, without .. and not like an IP address",
    forbiddenStarts: ["xn--", "sthree-", "amzn-s3-demo-"],
    forbiddenEnds: ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3", "-an"],
    uniqueIn: "partition",
    renameReplaces: true,
  },

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  "aws:lb/loadBalancer:LoadBalancer": inRegion(32, HYPHENATED, { forbiddenStarts: ["internal-"] }),
  "aws:lb/targetGroup:TargetGroup": inRegion(32, HYPHENATED),

  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
  "aws:ec2/securityGroup:SecurityGroup": {
    property: "name",
    minLength: 1,
    maxLength: 255,
    pattern: /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/,
    characters: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
    forbiddenStarts: ["sg-"],
    uniqueIn: "vpc",
    caseInsensitive: true,
    renameReplaces: true,
  },
  // The API takes 128 characters, the provider 125.
  "aws:ec2/launchTemplate:LaunchTemplate": inRegion(
    125,
    { pattern: /^[0-9A-Za-z()./_-]*$/, characters: "letters, digits and ( ) . / _ -" },
    { minLength: 3 },
  ),

  // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
  "aws:autoscaling/group:Group": inRegion(255, {
    pattern: /^[!-9;-~]*$/,
    characters: "visible ASCII characters without :",
  }),
  "aws:autoscaling/policy:Policy": inParent(255, ANYTHING),
  "aws:autoscaling/lifecycleHook:LifecycleHook": inParent(255, {
    pattern: /^[A-Za-z0-9\-_/]*$/,
    characters: "letters, digits, -, _ and /",
  }),
  // https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html
  "aws:appautoscaling/policy:Policy": inParent(255, ANYTHING),

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  "aws:iam/role:Role": inAccount(64, IAM, { caseInsensitive: true }),
  "aws:iam/policy:Policy": inAccount(128, IAM, { caseInsensitive: true }),
  "aws:iam/instanceProfile:InstanceProfile": inAccount(128, IAM, { caseInsensitive: true }),
  "aws:iam/rolePolicy:RolePolicy": inParent(128, IAM),

  // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html; the provider refuses every alias/aws.
  "aws:kms/alias:Alias": inRegion(
    256,
    { pattern: /^[a-zA-Z0-9/_-]*$/, characters: "letters, digits, /, _ and -" },
    { minLength: 7, requiredPrefix: "alias/", forbiddenStarts: ["alias/aws"] },
  ),

  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
  "aws:dynamodb/table:Table": inRegion(255, DOTTED_WORD, { minLength: 3 }),

  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html,
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlanInput.html and API_BackupSelection.html there.
  // AWS lets two plans share a name; the provider replaces a plan for another name all the same.
  "aws:backup/vault:Vault": inRegion(50, WORD, { minLength: 2 }),
  "aws:backup/plan:Plan": inRegion(50, DOTTED_WORD),
  "aws:backup/selection:Selection": inParent(50, DOTTED_WORD),

  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html; its ARN ends in a hyphen and
  // six random characters, so a name that ends likewise makes searches by partial ARN ambiguous.
  "aws:secretsmanager/secret:Secret": inRegion(
    512,
    { pattern: /^[0-9A-Za-z/_+=.@-]*$/, characters: "letters, digits and / _ + = . @ -" },
    { avoidedEnding: /-[A-Za-z0-9]{6}$/ },
  ),

  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
  "aws:cloudwatch/logGroup:LogGroup": inRegion(
    512,
    { pattern: /^[.\-_/#A-Za-z0-9]*$/, characters: "letters, digits and . - _ / #" },
    { forbiddenStarts: ["aws/"] },
  ),
  // AWS states no limits for this name; these are the ones of a log group's tightest neighbours.
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": inRegion(255, WORD, { property: "policyName" }),
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": inParent(512, { pattern: /^[^:*]*$/, characters: "anything but : and *" }),
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": inRegion(60, WORD),
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": inRegion(60, WORD),

  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
  "aws:cloudwatch/metricAlarm:MetricAlarm": inRegion(255, ANYTHING),
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": inRegion(255, ANYTHING, { property: "alarmName" }),
  "aws:cloudwatch/dashboard:Dashboard": inAccount(255, WORD, { property: "dashboardName" }),

  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
  "aws:cloudwatch/eventRule:EventRule": inParent(64, DOTTED_WORD),
  "aws:cloudwatch/eventTarget:EventTarget": inParent(64, DOTTED_WORD, { property: "targetId" }),
  "aws:cloudwatch/eventBus:EventBus": inRegion(256, DOTTED_WORD, { forbiddenStarts: ["aws."] }),
  "aws:scheduler/schedule:Schedule": inParent(64, DOTTED_WORD),

  // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html; names of standard (not FIFO) topics and queues.
  "aws:sns/topic:Topic": inRegion(256, WORD),
  "aws:sqs/queue:Queue": inRegion(80, WORD),

  // https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
  "aws:wafv2/webAcl:WebAcl": inRegion(128, WORD),
  "aws:wafv2/ipSet:IpSet": inRegion(128, WORD),
  "aws:wafv2/ruleGroup:RuleGroup": inRegion(128, WORD),
  "aws:wafv2/regexPatternSet:RegexPatternSet": inRegion(128, WORD),

  // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html
  "aws:cloudfront/cachePolicy:CachePolicy": cloudFrontPolicy,
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": cloudFrontPolicy,
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": cloudFrontPolicy,
  "aws:cloudfront/originAccessControl:OriginAccessControl": inAccount(64, DOTTED_WORD, { renameReplaces: false }),
  "aws:cloudfront/function:Function": inAccount(64, WORD),
  "aws:cloudfront/keyValueStore:KeyValueStore": inAccount(64, WORD),
  "aws:cloudfront/vpcOrigin:VpcOrigin": inAccount(64, WORD, {
    property: "vpcOriginEndpointConfig.name",
    renameReplaces: false,
  }),

  // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html: 1011 characters with the
  // ARN in front of the name, which takes up to 64.
  "aws:ssm/parameter:Parameter": inRegion(
    947,
    { pattern: /^\/?[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+){0,14}$/, characters: "letters, digits, _, . and - in up to 15 levels" },
    { forbiddenStarts: ["aws", "/aws", "ssm", "/ssm"] },
  ),

  // https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
  "aws:lambda/function:Function": inRegion(64, WORD),
};
