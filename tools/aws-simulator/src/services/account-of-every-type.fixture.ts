import type { PropertyMap } from "@org/offline-engine";
import { SimulatedAccount } from "../simulated-account.fixture";
import type { Made } from "../simulated-account.fixture";

/** Legal inputs of a type, given what was made before. */
export interface Example {
  readonly type: string;
  readonly inputs: (made: MadeByType) => PropertyMap;
}

/** What was made before, by type. */
export class MadeByType {
  readonly #made = new Map<string, Made>();

  add(made: Made): void {
    this.#made.set(made.type, made);
  }

  /** One output of what was made of the type. */
  output(type: string, property = "arn"): string {
    return String(this.#made.get(type)?.outputs[property]);
  }

  id(type: string): string {
    return this.#made.get(type)?.id ?? "";
  }
}

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const KEY = "aws:kms/key:Key";
const BUCKET = "aws:s3/bucket:Bucket";
const SECRET = "aws:secretsmanager/secret:Secret";
const TOPIC = "aws:sns/topic:Topic";
const QUEUE = "aws:sqs/queue:Queue";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const WEB_ACL = "aws:wafv2/webAcl:WebAcl";
const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const DELIVERY_DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
const BACKUP_VAULT = "aws:backup/vault:Vault";
const BACKUP_PLAN = "aws:backup/plan:Plan";
const CERTIFICATE = "aws:acm/certificate:Certificate";
const ZONE = "aws:route53/zone:Zone";

const document = (...statements: object[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: ["backup.amazonaws.com", "ec2.amazonaws.com"] } });
const read = document({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::app-logs/*" });
const from = (service: string, Action: string, Resource: string): string =>
  document({ Effect: "Allow", Principal: { Service: service }, Action, Resource });
const keyDocument = document(
  { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
  { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: "kms:*", Resource: "*" },
);
const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "edge", sampledRequestsEnabled: true };
const cacheKey = {
  headersConfig: { headerBehavior: "none" },
  cookiesConfig: { cookieBehavior: "none" },
  queryStringsConfig: { queryStringBehavior: "all" },
};

/** One legal example of every type of data, edge and observability, in an order in which they can be made. */
export const examples: readonly Example[] = [
  { type: ROLE, inputs: () => ({ name: "app", assumeRolePolicy: trust, tags: { Team: "shop" } }) },
  { type: POLICY, inputs: () => ({ name: "read", policy: read }) },
  { type: "aws:iam/rolePolicy:RolePolicy", inputs: () => ({ name: "read", role: "app", policy: read }) },
  { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", inputs: (made) => ({ role: "app", policyArn: made.id(POLICY) }) },
  { type: "aws:iam/instanceProfile:InstanceProfile", inputs: () => ({ name: "app", role: "app" }) },
  { type: KEY, inputs: () => ({ description: "data", enableKeyRotation: true, multiRegion: true, policy: keyDocument }) },
  { type: "aws:kms/keyPolicy:KeyPolicy", inputs: (made) => ({ keyId: made.id(KEY), policy: keyDocument }) },
  { type: "aws:kms/alias:Alias", inputs: (made) => ({ name: "alias/app", targetKeyId: made.id(KEY) }) },
  { type: "aws:kms/replicaKey:ReplicaKey", inputs: (made) => ({ primaryKeyArn: made.output(KEY), region: "eu-west-1" }) },
  { type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", inputs: () => ({ blockPublicAcls: true, ignorePublicAcls: true }) },
  { type: BUCKET, inputs: () => ({ bucket: "app-logs", forceDestroy: true }) },
  { type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", inputs: () => ({ bucket: "app-logs", blockPublicPolicy: true }) },
  { type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls", inputs: () => ({ bucket: "app-logs", rule: { objectOwnership: "BucketOwnerPreferred" } }) },
  { type: "aws:s3/bucketAcl:BucketAcl", inputs: () => ({ bucket: "app-logs", acl: "log-delivery-write" }) },
  { type: "aws:s3/bucketPolicy:BucketPolicy", inputs: () => ({ bucket: "app-logs", policy: from("delivery.logs.amazonaws.com", "s3:PutObject", "arn:aws:s3:::app-logs/*") }) },
  { type: "aws:s3/bucketVersioning:BucketVersioning", inputs: () => ({ bucket: "app-logs", versioningConfiguration: { status: "Enabled" } }) },
  { type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", inputs: () => ({ bucket: "app-logs", rules: [{ id: "all", status: "Enabled", expiration: { days: 365 } }] }) },
  {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    inputs: () => ({ bucket: "app-logs", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] }),
  },
  { type: "aws:s3/bucketNotification:BucketNotification", inputs: () => ({ bucket: "app-logs", eventbridge: true }) },
  { type: "aws:s3/bucketLogging:BucketLogging", inputs: () => ({ bucket: "app-logs", targetBucket: "app-logs", targetPrefix: "access/" }) },
  { type: SECRET, inputs: (made) => ({ name: "app", kmsKeyId: made.output(KEY), recoveryWindowInDays: 0 }) },
  { type: "aws:secretsmanager/secretVersion:SecretVersion", inputs: (made) => ({ secretId: made.id(SECRET), secretString: "value" }) },
  {
    type: "aws:secretsmanager/secretPolicy:SecretPolicy",
    inputs: (made) => ({ secretArn: made.id(SECRET), policy: document({ Effect: "Allow", Principal: { AWS: made.output(ROLE) }, Action: "secretsmanager:GetSecretValue", Resource: "*" }) }),
  },
  { type: "aws:secretsmanager/secretRotation:SecretRotation", inputs: (made) => ({ secretId: made.id(SECRET), rotationRules: { automaticallyAfterDays: 30 } }) },
  {
    type: "aws:dynamodb/table:Table",
    inputs: (made) => ({
      name: "orders",
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
      readCapacity: 5,
      writeCapacity: 5,
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: made.output(KEY) },
    }),
  },
  {
    type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
    inputs: (made) => ({
      resourceArn: made.output("aws:dynamodb/table:Table"),
      policy: document({ Effect: "Allow", Principal: { AWS: made.output(ROLE) }, Action: "dynamodb:GetItem", Resource: made.output("aws:dynamodb/table:Table") }),
    }),
  },
  { type: BACKUP_VAULT, inputs: (made) => ({ name: "backups", kmsKeyArn: made.output(KEY) }) },
  { type: BACKUP_PLAN, inputs: (made) => ({ name: "daily", rules: [{ ruleName: "daily", targetVaultName: made.id(BACKUP_VAULT), lifecycle: { deleteAfter: 35 } }] }) },
  { type: "aws:backup/selection:Selection", inputs: (made) => ({ name: "tables", planId: made.id(BACKUP_PLAN), iamRoleArn: made.output(ROLE), resources: [made.output("aws:dynamodb/table:Table")] }) },
  { type: TOPIC, inputs: (made) => ({ name: "alerts", kmsMasterKeyId: made.id(KEY) }) },
  { type: "aws:sns/topicPolicy:TopicPolicy", inputs: (made) => ({ arn: made.id(TOPIC), policy: from("cloudwatch.amazonaws.com", "sns:Publish", made.id(TOPIC)) }) },
  { type: "aws:sns/topicSubscription:TopicSubscription", inputs: (made) => ({ topic: made.id(TOPIC), protocol: "email", endpoint: "ops@example.com" }) },
  { type: QUEUE, inputs: () => ({ name: "dead-letters", messageRetentionSeconds: 1_209_600 }) },
  { type: "aws:sqs/queuePolicy:QueuePolicy", inputs: (made) => ({ queueUrl: made.id(QUEUE), policy: from("events.amazonaws.com", "sqs:SendMessage", made.output(QUEUE)) }) },
  { type: LOG_GROUP, inputs: (made) => ({ name: "aws-waf-logs-edge", retentionInDays: 14, kmsKeyId: made.output(KEY) }) },
  { type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy", inputs: (made) => ({ policyName: "events", policyDocument: from("events.amazonaws.com", "logs:PutLogEvents", `${made.output(LOG_GROUP)}:*`) }) },
  { type: "aws:cloudwatch/logMetricFilter:LogMetricFilter", inputs: () => ({ name: "errors", logGroupName: "aws-waf-logs-edge", pattern: "ERROR", metricTransformation: { name: "Errors", namespace: "App", value: "1" } }) },
  { type: "aws:cloudwatch/eventBus:EventBus", inputs: () => ({ name: "orders" }) },
  { type: "aws:cloudwatch/eventRule:EventRule", inputs: () => ({ name: "ordered", eventBusName: "orders", eventPattern: '{"source":["shop"]}' }) },
  { type: "aws:cloudwatch/eventTarget:EventTarget", inputs: (made) => ({ rule: "ordered", eventBusName: "orders", targetId: "logs", arn: made.output(LOG_GROUP) }) },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    inputs: (made) => ({
      name: "errors",
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      metricName: "Errors",
      namespace: "App",
      period: 60,
      statistic: "Sum",
      threshold: 0,
      alarmActions: [made.id(TOPIC)],
    }),
  },
  { type: "aws:cloudwatch/compositeAlarm:CompositeAlarm", inputs: () => ({ alarmName: "outage", alarmRule: 'ALARM("errors")' }) },
  { type: "aws:cloudwatch/dashboard:Dashboard", inputs: () => ({ dashboardName: "app", dashboardBody: '{"widgets":[]}' }) },
  { type: "aws:wafv2/ipSet:IpSet", inputs: () => ({ name: "office", scope: "CLOUDFRONT", ipAddressVersion: "IPV4", addresses: ["192.0.2.0/24"] }) },
  { type: WEB_ACL, inputs: () => ({ name: "edge", scope: "CLOUDFRONT", defaultAction: { allow: {} }, visibilityConfig }) },
  { type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", inputs: (made) => ({ resourceArn: made.output(WEB_ACL), logDestinationConfigs: [made.output(LOG_GROUP)] }) },
  {
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    inputs: () => ({
      webAclArn: "arn:aws:wafv2:us-east-1:210987654321:regional/webacl/shared/1234abcd-12ab-34cd-56ef-1234567890ab",
      resourceArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188",
    }),
  },
  { type: CERTIFICATE, inputs: () => ({ domainName: "example.com", subjectAlternativeNames: ["*.example.com"], validationMethod: "DNS" }) },
  { type: "aws:acm/certificateValidation:CertificateValidation", inputs: (made) => ({ certificateArn: made.id(CERTIFICATE) }) },
  { type: "aws:cloudfront/cachePolicy:CachePolicy", inputs: () => ({ name: "all", parametersInCacheKeyAndForwardedToOrigin: cacheKey }) },
  { type: "aws:cloudfront/originRequestPolicy:OriginRequestPolicy", inputs: () => ({ name: "all", ...cacheKey }) },
  { type: "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", inputs: () => ({ name: "secure" }) },
  { type: "aws:cloudfront/originAccessControl:OriginAccessControl", inputs: () => ({ name: "site", originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" }) },
  { type: "aws:cloudfront/function:Function", inputs: () => ({ name: "rewrite", runtime: "cloudfront-js-2.0", code: "function handler(event) { return event.request; }" }) },
  {
    type: "aws:cloudfront/vpcOrigin:VpcOrigin",
    inputs: () => ({
      vpcOriginEndpointConfig: {
        name: "alb",
        arn: "arn:aws:elasticloadbalancing:eu-west-1:210987654321:loadbalancer/app/web/50dc6c495c0c9188",
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "http-only",
        originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
      },
    }),
  },
  {
    type: DISTRIBUTION,
    inputs: (made) => ({
      enabled: true,
      aliases: ["shop.example.com"],
      origins: [{ originId: "site", domainName: made.output(BUCKET, "bucketRegionalDomainName") }],
      defaultCacheBehavior: {
        targetOriginId: "site",
        viewerProtocolPolicy: "https-only",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        cachePolicyId: made.id("aws:cloudfront/cachePolicy:CachePolicy"),
      },
      loggingConfig: { bucket: made.output(BUCKET, "bucketDomainName") },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: { acmCertificateArn: made.id(CERTIFICATE), sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
      webAclId: made.output(WEB_ACL),
    }),
  },
  { type: "aws:cloudfront/monitoringSubscription:MonitoringSubscription", inputs: (made) => ({ distributionId: made.id(DISTRIBUTION), monitoringSubscription: {} }) },
  { type: "aws:cloudwatch/logDeliverySource:LogDeliverySource", inputs: (made) => ({ name: "cdn", logType: "ACCESS_LOGS", resourceArn: made.output(DISTRIBUTION) }) },
  { type: DELIVERY_DESTINATION, inputs: (made) => ({ name: "logs", deliveryDestinationConfiguration: { destinationResourceArn: made.output(BUCKET) } }) },
  { type: "aws:cloudwatch/logDelivery:LogDelivery", inputs: (made) => ({ deliverySourceName: "cdn", deliveryDestinationArn: made.output(DELIVERY_DESTINATION) }) },
  { type: ZONE, inputs: () => ({ name: "example.com" }) },
  {
    type: "aws:route53/record:Record",
    inputs: (made) => ({
      zoneId: made.id(ZONE),
      name: "shop",
      type: "A",
      aliases: [{ name: made.output(DISTRIBUTION, "domainName"), zoneId: made.output(DISTRIBUTION, "hostedZoneId"), evaluateTargetHealth: false }],
    }),
  },
  { type: "aws:ssm/parameter:Parameter", inputs: () => ({ name: "/app/url", type: "String", value: "https://shop.example.com" }) },
];

/** Makes every example in one account. */
export function makeEveryType(): { readonly account: SimulatedAccount; readonly made: readonly (Made & { readonly news: PropertyMap; readonly previewed: PropertyMap })[] } {
  const account = new SimulatedAccount();
  const byType = new MadeByType();
  const made = examples.map(({ type, inputs }) => {
    const news = inputs(byType);
    const previewed = account.preview(type, "example", news);
    const one = account.create(type, "example", news);
    byType.add(one);
    return { ...one, news, previewed };
  });
  return { account, made };
}
