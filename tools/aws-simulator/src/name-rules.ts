/** What AWS takes as the name of one resource type, and what it answers to another. */
export interface NameRule {
  /** @default "name" */
  readonly property?: string;
  readonly max: number;
  /** The whole name matches it. */
  readonly pattern: RegExp;
  /** The pattern in words, for the remedy. */
  readonly legal: string;
  readonly code: string;
  /** AWS's own message; absent: the message of AWS's model validation. */
  readonly message?: (name: string) => string;
}

const WORD = "letters, digits, _ and -";
const IAM = { pattern: /^[\w+=,.@-]+$/, legal: "letters, digits and _ + = , . @ -", code: "ValidationError" };
const WAF = { max: 128, pattern: /^[\w-]+$/, legal: WORD, code: "WAFInvalidParameterException" };
const POLICY = { max: 128, pattern: /^[A-Za-z0-9_-]+$/, legal: WORD, code: "InvalidArgument" };
const BACKUP = { pattern: /^[a-zA-Z0-9_.-]+$/, legal: "letters, digits and _ . -", code: "InvalidParameterValueException" };
const lbName = (kind: string) => ({
  max: 32,
  pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
  legal: "letters, digits and -, beginning and ending with a letter or digit",
  code: "ValidationError",
  message: (name: string) =>
    name.length > 32
      ? `${kind} name '${name}' cannot be longer than '32' characters`
      : /^-|-$/.test(name)
        ? `${kind} name '${name}' cannot begin or end with '-'`
        : `${kind} name '${name}' can only contain characters that are alphanumeric characters or hyphens(-)`,
});

/**
 * Names by type token; types that are not here take any name. The simulator trusts no other table: that a naming
 * library and AWS agree is what it is there to find out.
 * Source: the API models of boto/botocore and the validators of the Terraform AWS provider.
 */
export const nameRules: Readonly<Record<string, NameRule>> = {
  "aws:s3/bucket:Bucket": {
    property: "bucket",
    max: 63,
    pattern:
      /^(?!\d{1,3}(?:\.\d{1,3}){3}$)(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)[a-z0-9][a-z0-9.-]+[a-z0-9]$/,
    legal: "3 or more of a-z, 0-9, . and -, beginning and ending with a letter or digit, not an IP address",
    code: "InvalidBucketName",
    message: () => "The specified bucket is not valid.",
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    ...lbName("Load balancer"),
    pattern: /^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/,
    legal: "letters, digits and -, beginning and ending with a letter or digit, not beginning with internal-",
    message: (name) =>
      name.startsWith("internal-")
        ? `Load balancer name '${name}' cannot begin with 'internal-'`
        : lbName("Load balancer").message(name),
  },
  "aws:lb/targetGroup:TargetGroup": lbName("Target group"),
  "aws:ec2/securityGroup:SecurityGroup": {
    max: 255,
    pattern: /^(?!sg-)(?!default$)[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/,
    legal: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not beginning with sg- and not 'default'",
    code: "InvalidParameterValue",
    message: (name) =>
      name.startsWith("sg-")
        ? `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`
        : `Value (${name}) for parameter GroupName is invalid. Character sets beyond ASCII are not supported, or the name is too long or reserved.`,
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    max: 125,
    pattern: /^[0-9A-Za-z()./_-]{3,}$/,
    legal: "3 or more letters, digits and - ( ) . / _",
    code: "InvalidLaunchTemplateName.MalformedException",
    message: () =>
      "A launch template name must be between 3 and 125 characters, and may contain letters, numbers, and the following characters: - ( ) . / _.",
  },
  "aws:ec2/keyPair:KeyPair": { property: "keyName", max: 255, pattern: /^[ -~]+$/, legal: "ASCII characters", code: "InvalidParameterValue" },
  "aws:autoscaling/group:Group": { max: 255, pattern: /^[!-9;-~]+$/, legal: "ASCII characters without spaces and colons", code: "ValidationError" },
  "aws:autoscaling/policy:Policy": { max: 255, pattern: /^[^\n\r\t]+$/, legal: "any characters on one line", code: "ValidationError" },
  "aws:autoscaling/lifecycleHook:LifecycleHook": { max: 255, pattern: /^[A-Za-z0-9\-_/]+$/, legal: "letters, digits and - _ /", code: "ValidationError" },
  "aws:iam/role:Role": { max: 64, ...IAM },
  "aws:iam/user:User": { max: 64, ...IAM },
  "aws:iam/policy:Policy": { max: 128, ...IAM },
  "aws:iam/rolePolicy:RolePolicy": { max: 128, ...IAM },
  "aws:iam/instanceProfile:InstanceProfile": { max: 128, ...IAM },
  "aws:kms/alias:Alias": {
    max: 256,
    pattern: /^alias\/(?!aws\/)[a-zA-Z0-9/_-]+$/,
    legal: "alias/ and then letters, digits and / _ -, not alias/aws/",
    code: "ValidationException",
  },
  "aws:backup/vault:Vault": {
    max: 50,
    pattern: /^[a-zA-Z0-9_-]{2,}$/,
    legal: `2 or more ${WORD}`,
    code: "InvalidParameterValueException",
    message: (name) => `Backup vault name ${name} is not valid`,
  },
  "aws:backup/plan:Plan": { max: 50, ...BACKUP },
  "aws:backup/selection:Selection": { max: 50, ...BACKUP },
  "aws:dynamodb/table:Table": { max: 255, pattern: /^[a-zA-Z0-9_.-]{3,}$/, legal: "3 or more letters, digits and _ . -", code: "ValidationException" },
  "aws:secretsmanager/secret:Secret": {
    max: 512,
    pattern: /^[0-9A-Za-z/_+=.@!-]+$/,
    legal: "letters, digits and / _ + = . @ ! -",
    code: "ValidationException",
    message: () => "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!",
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    max: 512,
    pattern: /^(?!aws\/)[.\-_/#A-Za-z0-9]+$/,
    legal: "letters, digits and . - _ / #, not beginning with aws/",
    code: "InvalidParameterException",
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": { max: 255, pattern: /^\P{Cc}+$/u, legal: "any characters on one line", code: "ValidationError" },
  "aws:cloudwatch/dashboard:Dashboard": { property: "dashboardName", max: 255, pattern: /^[A-Za-z0-9_-]+$/, legal: WORD, code: "InvalidParameterInput" },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": { max: 512, pattern: /^[^:*]+$/, legal: "anything without : and *", code: "InvalidParameterException" },
  "aws:cloudwatch/eventRule:EventRule": { max: 64, pattern: /^[.\-_A-Za-z0-9]+$/, legal: "letters, digits and . - _", code: "ValidationException" },
  "aws:cloudwatch/eventTarget:EventTarget": { property: "targetId", max: 64, pattern: /^[.\-_A-Za-z0-9]+$/, legal: "letters, digits and . - _", code: "ValidationException" },
  "aws:cloudwatch/eventBus:EventBus": { max: 256, pattern: /^(?!default$)[/.\-_A-Za-z0-9]+$/, legal: "letters, digits and / . - _, not 'default'", code: "ValidationException" },
  "aws:scheduler/schedule:Schedule": { max: 64, pattern: /^[0-9a-zA-Z_.-]+$/, legal: "letters, digits and _ . -", code: "ValidationException" },
  "aws:sns/topic:Topic": { max: 256, pattern: /^[A-Za-z0-9_-]+(?:\.fifo)?$/, legal: `${WORD}, and .fifo for a FIFO topic`, code: "InvalidParameter", message: () => "Invalid parameter: Topic Name" },
  "aws:sqs/queue:Queue": {
    max: 80,
    pattern: /^[A-Za-z0-9_-]+(?:\.fifo)?$/,
    legal: `${WORD}, and .fifo for a FIFO queue`,
    code: "InvalidParameterValue",
    message: () => "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
  },
  "aws:wafv2/webAcl:WebAcl": WAF,
  "aws:wafv2/ipSet:IpSet": WAF,
  "aws:wafv2/ruleGroup:RuleGroup": WAF,
  "aws:wafv2/regexPatternSet:RegexPatternSet": WAF,
  "aws:cloudfront/cachePolicy:CachePolicy": POLICY,
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": POLICY,
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": POLICY,
  "aws:cloudfront/originAccessControl:OriginAccessControl": { max: 64, pattern: /^\P{Cc}+$/u, legal: "any characters on one line", code: "InvalidArgument" },
  "aws:cloudfront/function:Function": { max: 64, pattern: /^[a-zA-Z0-9_-]+$/, legal: WORD, code: "InvalidArgument" },
  "aws:ssm/parameter:Parameter": {
    max: 1011,
    pattern: /^(?!\/?(?:aws|ssm)(?:\/|$))\/?[a-zA-Z0-9_.-]+(?:\/[a-zA-Z0-9_.-]+){0,14}$/i,
    legal: "letters, digits and _ . - in at most 15 levels of /, not below aws or ssm",
    code: "ValidationException",
  },
  "aws:acm/certificate:Certificate": {
    property: "domainName",
    max: 253,
    pattern: /^(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])$/,
    legal: "a domain name of at least two labels, the first of which may be *",
    code: "ValidationException",
  },
  "aws:lambda/function:Function": { max: 64, pattern: /^[a-zA-Z0-9_-]+$/, legal: WORD, code: "ValidationException" },
  "aws:ecs/cluster:Cluster": { max: 255, pattern: /^[A-Za-z0-9_-]+$/, legal: WORD, code: "InvalidParameterException" },
  "aws:ecs/service:Service": { max: 255, pattern: /^[A-Za-z0-9_-]+$/, legal: WORD, code: "InvalidParameterException" },
  "aws:ecr/repository:Repository": {
    max: 256,
    pattern: /^(?=.{2})[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/,
    legal: "2 or more of a-z and 0-9, parted by single . _ / or -",
    code: "InvalidParameterException",
  },
  "aws:sfn/stateMachine:StateMachine": { max: 80, pattern: /^[0-9A-Za-z_-]+$/, legal: WORD, code: "InvalidName" },
  "aws:kinesis/stream:Stream": { max: 128, pattern: /^[a-zA-Z0-9_.-]+$/, legal: "letters, digits and _ . -", code: "ValidationException" },
};

/** AWS's message about a name that its API model refuses. */
export function modelValidationMessage(rule: NameRule, property: string, name: string): string {
  const constraint =
    [...name].length > rule.max
      ? `Member must have length less than or equal to ${rule.max}`
      : `Member must satisfy regular expression pattern: ${rule.pattern.source}`;
  return `1 validation error detected: Value '${name}' at '${property}' failed to satisfy constraint: ${constraint}`;
}
