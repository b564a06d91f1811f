import { SimulatedAws } from "@org/aws-simulator";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Bucket } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { DistributionArgs } from "./distribution";
import { deployDistribution, DISTRIBUTION, logBucket, messages } from "./distribution.fixture";
import type { BucketDestination } from "./distribution-logging";
import { edge } from "./edge-region";

const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const DESTINATION = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";
const DELIVERY = "aws:cloudwatch/logDelivery:LogDelivery";

function toBucket(more: Partial<BucketDestination> = {}): BucketDestination {
  const bucket = new Bucket("deliveries", { bucket: "infra-dev-deliveries" });
  return { kind: "bucket", bucket: { writerKind: "cloudfront-v2", arn: bucket.arn, ready: [bucket] }, ...more };
}

const delivered = (destination: () => BucketDestination, fields?: string[]) => (): Partial<DistributionArgs> => ({
  logging: { kind: "v2", destination: destination(), fields },
});

describe("standard logging (v2)", () => {
  it("delivers to a bucket by date, from us-east-1, whatever the home Region is", async () => {
    const run = await deployDistribution(delivered(() => toBucket()));
    const { urn } = run.resource("org:edge:Distribution");
    const chain = [run.resource(SOURCE, "edge-log-source"), run.resource(DESTINATION), run.resource(DELIVERY)];
    expect(chain.map(({ parent, inputs }) => [parent, inputs.region])).toEqual([
      [urn, "us-east-1"],
      [urn, "us-east-1"],
      [urn, "us-east-1"],
    ]);
    const [source, destination, delivery] = chain;
    const tags = { Name: "infra-dev-edge", Project: "infra", Environment: "dev", ManagedBy: "pulumi" };
    expect(source.inputs).toMatchObject({
      name: "infra-dev-edge",
      logType: "ACCESS_LOGS",
      resourceArn: run.outputs.arn,
      tags,
    });
    expect(destination.inputs).toMatchObject({
      name: expect.stringMatching(/^infra-dev-edge-[0-9a-z]{8}$/),
      outputFormat: "json",
      deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::infra-dev-deliveries" },
      tags,
    });
    expect(delivery.inputs).toMatchObject({
      deliverySourceName: "infra-dev-edge",
      deliveryDestinationArn: destination.outputs.arn,
      s3DeliveryConfigurations: [{ suffixPath: "{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", enableHiveCompatiblePath: false }],
      tags,
    });
    expect("recordFields" in delivery.inputs).toBe(false);
  });

  it("makes its parts one after the other, when the bucket is ready, and unmakes them the other way round", async () => {
    const providers = [new SimulatedAws()];
    const run = await deployDistribution(delivered(() => toBucket()), { providers });
    const { dependencies } = run.resource(DESTINATION);
    expect(dependencies).toContain(run.resource(SOURCE).urn);
    expect(dependencies).toContain(
      run.resources.find(({ inputs }) => inputs.bucket === "infra-dev-deliveries")?.urn,
    );
    const gone = await deployDistribution({}, { providers, state: run.state, program: () => undefined });
    const deleted = gone.steps.filter(({ op }) => op === "delete").map(({ type }) => type);
    const order = [DELIVERY, DESTINATION, SOURCE, DISTRIBUTION];
    expect(deleted.filter((type) => order.includes(type))).toEqual(order);
  });

  it("gives each part tags of the caller's besides the standard ones", async () => {
    const run = await deployDistribution(() => ({ ...delivered(() => toBucket())(), tags: { Team: "web" } }));
    for (const type of [SOURCE, DESTINATION, DELIVERY]) {
      expect(run.resource(type).inputs.tags).toMatchObject({ Team: "web", Environment: "dev" });
    }
  });

  it("has no legacy log file then", async () => {
    const run = await deployDistribution(delivered(() => toBucket()));
    expect(run.resource(DISTRIBUTION).inputs.loggingConfig).toBeUndefined();
    expect(run.resource(DISTRIBUTION).outputs.loggingV1Enabled).toBe(false);
  });

  it("does both kinds of logging side by side", async () => {
    const run = await deployDistribution(() => ({
      logging: { kind: "both", legacy: { bucket: logBucket(), prefix: "old/" }, v2: { destination: toBucket() } },
    }));
    expect(run.resource(DISTRIBUTION).inputs.loggingConfig).toMatchObject({
      bucket: "infra-dev-cloudfront-logs.s3.amazonaws.com",
      prefix: "old/",
    });
    expect(run.resourcesOf(DELIVERY)).toHaveLength(1);
  });

  it("names partitions in lower case for Athena and Glue, with the one flag", async () => {
    const run = await deployDistribution(delivered(() => toBucket({ hivePaths: true })));
    expect(run.resource(DELIVERY).inputs.s3DeliveryConfigurations).toMatchObject([
      { suffixPath: "{distributionid}/{yyyy}/{MM}/{dd}/{HH}", enableHiveCompatiblePath: true },
    ]);
  });

  it("takes paths, a format and fields", async () => {
    const more = { path: "{yyyy}/{MM}", hivePaths: true, format: "parquet" } as const;
    const run = await deployDistribution(delivered(() => toBucket(more), ["date", "time", "c-ip"]));
    expect(run.resource(DESTINATION).inputs).toMatchObject({
      outputFormat: "parquet",
      deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:s3:::infra-dev-deliveries" },
    });
    expect(run.resource(DELIVERY).inputs).toMatchObject({
      recordFields: ["date", "time", "c-ip"],
      s3DeliveryConfigurations: [{ suffixPath: "{yyyy}/{MM}", enableHiveCompatiblePath: true }],
    });
  });

  it("delivers to a log group of us-east-1, and to Firehose", async () => {
    const toGroup = await deployDistribution(() => {
      const { arn } = new LogGroup("requests", { ...edge, name: "/cloudfront/infra-dev" });
      return { logging: { kind: "v2", destination: { kind: "log-group", arn, format: "plain" } } };
    });
    expect(toGroup.resource(DESTINATION).inputs).toMatchObject({
      outputFormat: "plain",
      deliveryDestinationConfiguration: {
        destinationResourceArn: "arn:aws:logs:us-east-1:123456789012:log-group:/cloudfront/infra-dev",
      },
    });
    expect("s3DeliveryConfigurations" in toGroup.resource(DELIVERY).inputs).toBe(false);

    const arn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/requests";
    const toFirehose = await deployDistribution({ logging: { kind: "v2", destination: { kind: "firehose", arn } } });
    expect(toFirehose.resource(DESTINATION).inputs.deliveryDestinationConfiguration).toMatchObject({
      destinationResourceArn: arn,
    });
  });

  it("refuses a log group of another Region as soon as its ARN is known", async () => {
    const arn = pulumi.output("arn:aws:logs:eu-west-1:123456789012:log-group:requests");
    const destination = { kind: "log-group", arn } as const;
    const run = await deployDistribution({ logging: { kind: "v2", destination } }, { expectFailure: true });
    expect(messages(run)).toContain(
      "`logging.destination.arn` must be the ARN of a log group in us-east-1, where CloudFront delivers from, " +
        'without :* at its end, got "arn:aws:logs:eu-west-1:123456789012:log-group:requests"',
    );
    expect(run.resourcesOf(DESTINATION)).toEqual([]);
  });

  it("refuses a stream of another Region as soon as its ARN is known", async () => {
    const arn = pulumi.output("arn:aws:firehose:eu-west-1:123456789012:deliverystream/requests");
    const run = await deployDistribution({ logging: { kind: "v2", destination: { kind: "firehose", arn } } }, { expectFailure: true });
    expect(messages(run)).toContain(
      "`logging.destination.arn` must be the ARN of a Firehose stream in us-east-1, where CloudFront delivers from, " +
        'got "arn:aws:firehose:eu-west-1:123456789012:deliverystream/requests"',
    );
    expect(run.resourcesOf(DESTINATION)).toEqual([]);
  });

  it("gives another format another destination, so that a replacement never meets itself", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(delivered(() => toBucket()), { providers });
    const second = await deployDistribution(delivered(() => toBucket({ format: "w3c" })), { providers, state: first.state });
    expect(second.resource(DESTINATION).inputs.name).not.toBe(first.resource(DESTINATION).inputs.name);
    expect(second.resource(DESTINATION).outputs.outputFormat).toBe("w3c");
    expect(second.resource(DELIVERY).inputs.deliveryDestinationArn).toBe(second.resource(DESTINATION).outputs.arn);
    expect(second.resource(SOURCE).id).toBe(first.resource(SOURCE).id);
  });

  it("replaces the delivery for another path: updated, it would lose AWS's folder before it", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(delivered(() => toBucket()), { providers });
    const second = await deployDistribution(delivered(() => toBucket({ path: "{yyyy}" })), { providers, state: first.state });
    expect(second.resource(DELIVERY).id).not.toBe(first.resource(DELIVERY).id);
    expect(second.steps.filter(({ op }) => op !== "same").map(({ type }) => type)).toEqual(
      expect.arrayContaining([DELIVERY]),
    );
    expect(second.resource(DESTINATION).id).toBe(first.resource(DESTINATION).id);
  });

  it("replaces the delivery for other fields: the provider would update the path with them", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(delivered(() => toBucket(), ["date"]), { providers });
    const second = await deployDistribution(delivered(() => toBucket(), ["date", "time"]), { providers, state: first.state });
    expect(second.resource(DELIVERY).id).not.toBe(first.resource(DELIVERY).id);
    expect(second.resource(DELIVERY).inputs.recordFields).toEqual(["date", "time"]);
    const steps = second.steps.filter(({ op, type }) => type === DELIVERY && op !== "replace").map(({ op }) => op);
    expect(steps).toEqual(["delete-replaced", "create-replacement"]);
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(delivered(() => toBucket()), { providers });
    const second = await deployDistribution(delivered(() => toBucket()), { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("does not compile with a bucket that others write to", () => {
    const legacyBucket = { writerKind: "cloudfront" as const, arn: "", ready: [] };
    // @ts-expect-error Another writer's bucket has no policy that lets the delivery write.
    const destination: BucketDestination = { kind: "bucket", bucket: legacyBucket };
    expect(destination.bucket.writerKind).toBe("cloudfront");
  });
});
