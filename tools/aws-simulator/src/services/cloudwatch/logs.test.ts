import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const RESOURCE_POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
const METRIC_FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
const DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";
const KEY = "aws:kms/key:Key";

const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };
const groupArn = "arn:aws:logs:us-east-1:123456789012:log-group:/app";
const letsLogsIn = (condition: object): object => ({
  Effect: "Allow",
  Principal: { Service: "logs.us-east-1.amazonaws.com" },
  Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
  Resource: "*",
  Condition: condition,
});
function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

describe("a log group", () => {
  it("has its name as id, an ARN without :*, and keeps events for ever unless told otherwise", () => {
    const group = new SimulatedAccount().create(LOG_GROUP, "app", { name: "/app" });
    expect(group.id).toBe("/app");
    expect(group.outputs).toMatchObject({
      arn: groupArn,
      deletionProtectionEnabled: false,
      logGroupClass: "STANDARD",
      namePrefix: "",
      retentionInDays: 0,
      skipDestroy: false,
    });
  });

  it.each<[string, object]>([
    ["the group itself", { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": groupArn } }],
    ["all groups of the account", { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:123456789012:*" } }],
    ["a source account, which may be the own", { StringEquals: { "aws:SourceAccount": "123456789012" } }],
  ])("takes a key whose policy lets CloudWatch Logs in for %s", (_whom, condition) => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data", { policy: policy(root, letsLogsIn(condition)) });
    const kmsKeyId = String(key.outputs["arn"]);
    expect(account.create(LOG_GROUP, "app", { name: "/app", kmsKeyId }).outputs["kmsKeyId"]).toBe(kmsKeyId);
  });

  it.each<[string, object[]]>([
    ["delegates to identity policies only", [root]],
    ["names another log group", [root, letsLogsIn({ ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `${groupArn}-other` } })]],
    ["names the log group's ARN with :*", [root, letsLogsIn({ ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `${groupArn}:*` } })]],
    ["names the logs service of another region", [root, { ...root, Principal: { Service: "logs.eu-west-1.amazonaws.com" } }]],
  ])("is refused with a key whose policy %s", (_how, statements) => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data", { policy: policy(...statements) });
    expect(refusalOf(() => account.create(LOG_GROUP, "app", { name: "/app", kmsKeyId: String(key.outputs["arn"]) }))).toEqual({
      rule: "cloudwatch/log-group-key-lets-logs-in",
      code: "AccessDeniedException",
      message: `The specified KMS key does not exist or is not allowed to be used with Arn '${groupArn}'`,
      remedy:
        "Allow kms:Encrypt*, Decrypt*, ReEncrypt*, GenerateDataKey* and Describe* to logs.<region>.amazonaws.com in the key policy, for the ARN of this log group as kms:EncryptionContext:aws:logs:arn.",
    });
  });

  it("is refused with a key of another region, or one that does not exist", () => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data", { region: "eu-west-1", policy: policy(root, letsLogsIn({})) });
    for (const kmsKeyId of [String(key.outputs["arn"]), "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"]) {
      expect(refusalOf(() => account.create(LOG_GROUP, "app", { name: "/app", kmsKeyId })).rule).toBe("cloudwatch/log-group-key-lets-logs-in");
    }
  });

  it("leaves the key of another account alone", () => {
    const kmsKeyId = "arn:aws:kms:us-east-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(new SimulatedAccount().create(LOG_GROUP, "app", { kmsKeyId }).outputs["kmsKeyId"]).toBe(kmsKeyId);
  });

  it("is refused with a key that is disabled, or named by its id", () => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data", { isEnabled: false, policy: policy(root, letsLogsIn({})) });
    expect(refusalOf(() => account.create(LOG_GROUP, "app", { kmsKeyId: String(key.outputs["arn"]) }))).toMatchObject({
      rule: "cloudwatch/log-group-key-usable",
      code: "InvalidParameterException",
    });
    expect(refusalOf(() => account.create(LOG_GROUP, "app", { kmsKeyId: key.id }))).toMatchObject({
      rule: "cloudwatch/log-group-key-is-arn",
      code: "InvalidParameterException",
      message: `Specified kmsKeyId is not valid: ${key.id}`,
    });
  });

  it.each<[PropertyMap, string, string]>([
    [{ retentionInDays: 42 }, "cloudwatch/log-group-retention", "Value '42' at 'retentionInDays' failed to satisfy constraint"],
    [{ logGroupClass: "CHEAP" }, "cloudwatch/log-group-class", "Value 'CHEAP' at 'logGroupClass' failed to satisfy constraint"],
  ])("is refused with %j", (inputs, rule, words) => {
    const refusal = refusalOf(() => new SimulatedAccount().create(LOG_GROUP, "app", inputs));
    expect(refusal).toMatchObject({ rule, code: "InvalidParameterException" });
    expect(refusal.message).toContain(words);
  });

  it("is refused under a name that is taken, and is not deleted while it is protected", () => {
    const account = new SimulatedAccount();
    const group = account.create(LOG_GROUP, "app", { name: "/app", deletionProtectionEnabled: true });
    expect(refusalOf(() => account.create(LOG_GROUP, "again", { name: "/app" }))).toMatchObject({
      rule: "cloudwatch/log-group-name-free",
      code: "ResourceAlreadyExistsException",
      message: "The specified log group already exists",
    });
    expect(refusalOf(() => account.delete(group)).rule).toBe("cloudwatch/log-group-deletion-protection");
    account.delete(account.update(group, { name: "/app", deletionProtectionEnabled: false }));
    expect(account.read(group)).toBeUndefined();
  });
});

describe("a log resource policy", () => {
  const document = policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "logs:PutLogEvents", Resource: `${groupArn}:*` });

  it("belongs to the account by its name, or to a log group by its ARN", () => {
    const account = new SimulatedAccount();
    account.create(LOG_GROUP, "app", { name: "/app" });
    expect(account.create(RESOURCE_POLICY, "a", { policyName: "events", policyDocument: document })).toMatchObject({ id: "events", outputs: { policyScope: "ACCOUNT" } });
    expect(account.create(RESOURCE_POLICY, "b", { resourceArn: groupArn, policyDocument: document })).toMatchObject({ id: groupArn, outputs: { policyScope: "RESOURCE" } });
  });

  it.each<[PropertyMap, string, string]>([
    [{ policyDocument: document }, "cloudwatch/log-resource-policy-name-or-resource", "InvalidParameterException"],
    [{ policyName: "a", resourceArn: groupArn, policyDocument: document }, "cloudwatch/log-resource-policy-name-or-resource", "InvalidParameterException"],
    [{ policyName: "a", policyDocument: "{" }, "cloudwatch/log-resource-policy-form", "InvalidParameterException"],
    [{ policyName: "a", policyDocument: document.replace("events.amazonaws.com", "events") }, "cloudwatch/log-resource-policy-principals-exist", "InvalidParameterException"],
    [{ resourceArn: groupArn, policyDocument: document }, "cloudwatch/log-resource-policy-log-group-exists", "ResourceNotFoundException"],
  ])("is refused as %j", (inputs, rule, code) => {
    expect(refusalOf(() => new SimulatedAccount().create(RESOURCE_POLICY, "a", inputs))).toMatchObject({ rule, code });
  });

  it("is refused as the eleventh of a region", () => {
    const account = new SimulatedAccount();
    for (let index = 0; index < 10; index++) account.create(RESOURCE_POLICY, `p${index}`, { policyName: `p${index}`, policyDocument: document });
    expect(refusalOf(() => account.create(RESOURCE_POLICY, "p10", { policyName: "p10", policyDocument: document }))).toMatchObject({
      rule: "cloudwatch/log-resource-policies-per-region",
      code: "LimitExceededException",
      message: "Resource limit exceeded.",
    });
    expect(account.create(RESOURCE_POLICY, "p10", { policyName: "p10", policyDocument: document, region: "eu-west-1" }).id).toBe("p10");
  });
});

describe("a metric filter", () => {
  it("needs its log group", () => {
    const account = new SimulatedAccount();
    const inputs = { name: "errors", logGroupName: "/app", pattern: "ERROR", metricTransformation: { name: "Errors", namespace: "App", value: "1" } };
    expect(account.create(METRIC_FILTER, "lambda", { ...inputs, name: "lambda", logGroupName: "/aws/lambda/app" }).id).toBe("lambda");
    expect(refusalOf(() => account.create(METRIC_FILTER, "errors", inputs))).toMatchObject({
      rule: "cloudwatch/log-metric-filter-log-group-exists",
      code: "ResourceNotFoundException",
      message: "The specified log group does not exist.",
    });
    account.create(LOG_GROUP, "app", { name: "/app" });
    expect(account.create(METRIC_FILTER, "errors", inputs).id).toBe("errors");
  });
});

describe("a log delivery", () => {
  const bucketArn = "arn:aws:s3:::logs";
  it("joins a source and a destination once, and both stay while it does", () => {
    const account = new SimulatedAccount();
    const source = account.create(SOURCE, "s", { name: "s", logType: "ACCESS_LOGS", resourceArn: "arn:aws:bedrock:us-east-1:123456789012:thing/1" });
    const destination = account.create(DESTINATION, "d", { name: "d", deliveryDestinationConfiguration: { destinationResourceArn: bucketArn } });
    expect(destination.outputs["deliveryDestinationType"]).toBe("S3");
    const inputs = { deliverySourceName: "s", deliveryDestinationArn: String(destination.outputs["arn"]) };
    const delivery = account.create(DELIVERY, "x", inputs);
    expect(refusalOf(() => account.create(DELIVERY, "y", inputs))).toMatchObject({
      rule: "cloudwatch/log-delivery-pair-once",
      code: "ConflictException",
      message: "Delivery already exists.",
    });
    expect(refusalOf(() => account.delete(source)).code).toBe("ConflictException");
    expect(refusalOf(() => account.delete(destination)).code).toBe("ConflictException");
    account.delete(delivery);
    account.delete(source);
    account.delete(destination);
  });

  it("is refused without its source", () => {
    expect(refusalOf(() => new SimulatedAccount().create(DELIVERY, "x", { deliverySourceName: "s", deliveryDestinationArn: "arn:aws:logs:us-east-1:123456789012:delivery-destination:d" }))).toMatchObject({
      code: "ResourceNotFoundException",
      message: "Delivery source does not exist.",
    });
  });

  it("of CloudFront begins in us-east-1, at a distribution that exists", () => {
    const account = new SimulatedAccount();
    const inputs = { name: "s", logType: "ACCESS_LOGS", resourceArn: "arn:aws:cloudfront::123456789012:distribution/E123" };
    expect(refusalOf(() => account.create(SOURCE, "s", { ...inputs, region: "eu-west-1" }))).toMatchObject({
      rule: "cloudwatch/log-delivery-source-of-cloudfront-in-us-east-1",
      code: "ValidationException",
    });
    expect(refusalOf(() => account.create(SOURCE, "s", inputs))).toMatchObject({
      rule: "cloudwatch/log-delivery-source-distribution-exists",
      code: "ResourceNotFoundException",
    });
  });
});
