import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Provider } from "@pulumi/aws/provider";
import { Bucket, BucketNotification } from "@pulumi/aws/s3";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { ObjectCreatedEvents, type ObjectCreatedEventsArgs } from "./object-created-events";
import { keyFor } from "./service-key.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:observability:ObjectCreatedEvents";
const eventRule = "aws:cloudwatch/eventRule:EventRule";
const eventTarget = "aws:cloudwatch/eventTarget:EventTarget";

function logEvents(args: Partial<ObjectCreatedEventsArgs> = {}, opts?: ComponentResourceOptions) {
  const buckets = ["alb", "cloudfront"].map((name) => {
    const bucket = new Bucket(name, { bucket: `shop-dev-${name}-logs` });
    new BucketNotification(name, { bucket: bucket.bucket, eventbridge: true });
    return [name, bucket.bucket] as const;
  });
  const logGroup = new LogGroup("events", { name: "/aws/events/shop-dev" });
  return new ObjectCreatedEvents("objects", { buckets: Object.fromEntries(buckets), logGroup, naming, ...args }, opts);
}

const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);
const json = (text: unknown) => JSON.parse(String(text));

describe("ObjectCreatedEvents", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => void logEvents();
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });
  const ruleArns = () => ["objects-alb-rule", "objects-cloudfront-rule"].map((name) => run.resource(eventRule, name).outputs.arn);
  const logGroupArn = () => run.resource("aws:cloudwatch/logGroup:LogGroup").outputs.arn;

  it("creates exactly these resources, all of them its children", () => {
    expect(childrenOf(run).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`).sort()).toEqual([
      "aws:cloudwatch/eventRule:EventRule objects-alb-rule",
      "aws:cloudwatch/eventRule:EventRule objects-cloudfront-rule",
      "aws:cloudwatch/eventTarget:EventTarget objects-alb-target",
      "aws:cloudwatch/eventTarget:EventTarget objects-cloudfront-target",
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy objects-log-resource-policy",
      "aws:sqs/queue:Queue objects-dead-letter-queue",
      "aws:sqs/queuePolicy:QueuePolicy objects-dead-letter-queue-policy",
    ]);
  });

  it("matches the objects created in one bucket with each rule", () => {
    const { inputs } = run.resource(eventRule, "objects-alb-rule");
    expect(inputs).toMatchObject({ name: "shop-dev-objects-alb", state: "ENABLED" });
    expect(json(inputs.eventPattern)).toEqual({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: ["shop-dev-alb-logs"] } },
    });
  });

  it("sends each rule's events to the log group, without a role, and parks what fails", () => {
    for (const bucket of ["alb", "cloudfront"]) {
      const { inputs, dependencies } = run.resource(eventTarget, `objects-${bucket}-target`);
      expect(inputs).toMatchObject({
        rule: `shop-dev-objects-${bucket}`,
        targetId: `shop-dev-objects-${bucket}`,
        arn: logGroupArn(),
        deadLetterConfig: { arn: run.resource("aws:sqs/queue:Queue").outputs.arn },
        retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
      });
      expect(inputs).not.toHaveProperty("roleArn");
      expect(dependencies).toContain(run.resource("aws:cloudwatch/logResourcePolicy:LogResourcePolicy").urn);
      expect(dependencies).toContain(run.resource("aws:sqs/queuePolicy:QueuePolicy").urn);
    }
  });

  it("lets both principals of EventBridge write the events of its rules to that log group alone", () => {
    const { inputs } = run.resource("aws:cloudwatch/logResourcePolicy:LogResourcePolicy");
    expect(inputs.resourceArn).toBe(logGroupArn());
    expect(inputs).not.toHaveProperty("policyName");
    const principals = { Service: ["delivery.logs.amazonaws.com", "events.amazonaws.com"] };
    expect(json(inputs.policyDocument)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "CreateStreams",
          Effect: "Allow",
          Principal: principals,
          Action: "logs:CreateLogStream",
          Resource: `${String(logGroupArn())}:*`,
        },
        {
          Sid: "PutEventsOfRules",
          Effect: "Allow",
          Principal: principals,
          Action: "logs:PutLogEvents",
          Resource: `${String(logGroupArn())}:*:*`,
          Condition: { ArnEquals: { "aws:SourceArn": ruleArns() } },
        },
      ],
    });
  });

  it("keeps dead letters encrypted for 14 days, from its rules and over TLS only", () => {
    const queue = run.resource("aws:sqs/queue:Queue");
    expect(queue.inputs).toMatchObject({
      name: "shop-dev-objects-dead-letters",
      messageRetentionSeconds: 1_209_600,
      sqsManagedSseEnabled: true,
    });
    expect(json(run.resource("aws:sqs/queuePolicy:QueuePolicy").inputs.policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ParkEventsOfRules",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: queue.outputs.arn,
          Condition: { ArnEquals: { "aws:SourceArn": ruleArns() } },
        },
        {
          Sid: "DenyWithoutTls",
          Effect: "Deny",
          Principal: "*",
          Action: "sqs:*",
          Resource: queue.outputs.arn,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("registers its outputs", () => {
    expect(run.resource(own).outputs).toEqual({
      ruleNames: { alb: "shop-dev-objects-alb", cloudfront: "shop-dev-objects-cloudfront" },
      deadLetterQueueName: "shop-dev-objects-dead-letters",
      deadLetterQueueArn: "arn:aws:sqs:us-east-1:123456789012:shop-dev-objects-dead-letters",
    });
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("ObjectCreatedEvents with its options", () => {
  it("encrypts dead letters with a key that EventBridge may use", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void logEvents({ kmsKeyArn: keyFor("events.amazonaws.com").arn }),
    });
    const { inputs } = run.resource("aws:sqs/queue:Queue");
    expect(inputs).toMatchObject({
      kmsMasterKeyId: run.resource("aws:kms/key:Key").outputs.arn,
      kmsDataKeyReusePeriodSeconds: 300,
    });
    expect(inputs).not.toHaveProperty("sqsManagedSseEnabled");
  });

  it("gives its tags to the rules and the queue, and none to what AWS cannot tag", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void logEvents({ tags: { Team: "web" } }) });
    const tagged = childrenOf(run).flatMap(({ type, inputs }) => (inputs.tags === undefined ? [] : [[type, inputs.tags]]));
    const tags = { Team: "web", Project: "shop", Environment: "dev", ManagedBy: "pulumi" };
    expect(tagged).toEqual([
      ["aws:sqs/queue:Queue", { ...tags, Name: "shop-dev-objects-dead-letters" }],
      [eventRule, { ...tags, Name: "shop-dev-objects-alb" }],
      [eventRule, { ...tags, Name: "shop-dev-objects-cloudfront" }],
    ]);
  });

  it("can listen to a part of a bucket", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void logEvents({ buckets: { images: { bucketName: "shop-dev-uploads", prefix: "images/" } } }),
    });
    expect(json(run.resource(eventRule).inputs.eventPattern)).toEqual({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: ["shop-dev-uploads"] }, object: { key: [{ prefix: "images/" }] } },
    });
  });

  it("refuses to feed itself, as soon as the bucket of the exports is known", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => {
        const archive = new Bucket("archive", { bucket: "shop-dev-archive" });
        const logGroup = new LogGroup("archived", { name: "/aws/events/archived" });
        logEvents({
          buckets: { archive: archive.bucket },
          logGroup: { arn: logGroup.arn, exports: [{ bucketName: archive.bucket }] },
        });
      },
    });
    expect(run.failed).toBe(true);
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      "`buckets.archive` must not be where the log group is exported to",
    );
    expect(run.resourcesOf(eventRule)).toEqual([]);
  });

  it("takes exports of the group to any other bucket", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const logGroup = new LogGroup("archived", { name: "/aws/events/archived" });
        const { bucket } = new Bucket("archive", { bucket: "shop-dev-archive" });
        logEvents({ logGroup: { arn: logGroup.arn, exports: [{ bucketName: bucket }] } });
      },
    });
    expect(run.resourcesOf(eventTarget)).toHaveLength(2);
  });

  it("refuses illegal tags before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void logEvents({ tags: { "": "x" } }),
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message).join()).toContain('`tags[""]` must have a key of 1 to 127 characters');
  });

  it("keeps the rule of a bucket when another bucket comes before it", async () => {
    const aws = new SimulatedAws();
    const on = (...names: string[]) => () =>
      void logEvents({ buckets: Object.fromEntries(names.map((name) => [name, `shop-dev-${name}-logs`])) });
    const before = await deploy({ providers: [aws], program: on("cloudfront") });
    const after = await deploy({ providers: [aws], program: on("alb", "cloudfront"), state: before.state });
    const changed = after.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);
    expect(changed.sort()).toEqual([
      "create objects-alb-rule",
      "create objects-alb-target",
      "update objects-dead-letter-queue-policy",
      "update objects-log-resource-policy",
    ]);
  });

  it("goes down and up again under the same names", async () => {
    const aws = new SimulatedAws();
    const up = await deploy({ providers: [aws], program: () => void logEvents() });
    const down = await deploy({ providers: [aws], program: () => undefined, state: up.state });
    expect(down.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const again = await deploy({ providers: [aws], program: () => void logEvents(), state: down.state });
    expect(again.resource(own).outputs).toEqual(up.resource(own).outputs);
  });

  it("hands the provider through to every child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void logEvents({}, { provider: new Provider("regional", { region: "us-east-1" }) }),
    });
    expect(childrenOf(run)).toHaveLength(7);
    for (const { provider } of childrenOf(run)) expect(provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void logEvents({ buckets: {} }),
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'ObjectCreatedEvents "objects": 1 invalid argument\n' +
        "  - `buckets` must name at least one bucket, got {}: use for example { uploads: bucket.bucket }",
    ]);
  });
});
