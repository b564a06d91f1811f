import { SimulatedAws } from "@org/aws-simulator";
import type { DeployRun } from "@org/offline-engine";
import { Bucket, BucketPolicy } from "@pulumi/aws/s3";
import { deployNetwork, ec2 } from "./deployed-network.fixture";
import { logKey } from "./log-key.fixture";
import type { NetworkArgs } from "./network-args";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const ROLE = "aws:iam/role:Role";

describe("flow logs in CloudWatch Logs", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployNetwork({ profile: "production" });
  });

  it("record what the network refuses, for a year", () => {
    expect(run.resource(LOG_GROUP).inputs).toMatchObject({
      name: "/aws/vpc/infra-dev-network-flow-log",
      retentionInDays: 365,
      tags: { Name: "infra-dev-network-flow-log" },
    });
    expect(ec2(run, "FlowLog").inputs).toMatchObject({
      vpcId: ec2(run, "Vpc").id,
      trafficType: "REJECT",
      maxAggregationInterval: 600,
      logDestinationType: "cloud-watch-logs",
      logDestination: run.resource(LOG_GROUP).outputs.arn,
      iamRoleArn: run.resource(ROLE).outputs.arn,
      tags: { Name: "infra-dev-network-flow-log" },
    });
  });

  it("are written by a role that no other account's flow logs can take", () => {
    expect(run.resource(ROLE).inputs.name).toBe("infra-dev-network-flow-log");
    expect(JSON.parse(String(run.resource(ROLE).inputs.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "123456789012" },
            ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*" },
          },
        },
      ],
    });
  });

  it("are all that this role may write, before they begin", () => {
    const policy = run.resource("aws:iam/policy:Policy");
    expect(JSON.parse(String(policy.inputs.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vpc/infra-dev-network-flow-log:*",
        },
      ],
    });
    const attachment = run.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
    expect(attachment.inputs).toMatchObject({ role: "infra-dev-network-flow-log", policyArn: policy.outputs.arn });
    expect(ec2(run, "FlowLog").dependencies).toContain(attachment.urn);
  });

  it("can be encrypted, and be as long, as detailed and as fine as is asked for", async () => {
    const detailed = await deployNetwork(() => ({
      flowLogs: {
        kind: "cloudwatch",
        traffic: "ALL",
        aggregationSeconds: 60,
        retentionInDays: 30,
        kmsKeyArn: logKey().arn,
      },
    }));
    const key = detailed.resource("aws:kms/key:Key").outputs.arn;
    expect(detailed.resource(LOG_GROUP).inputs).toMatchObject({ retentionInDays: 30, kmsKeyId: key });
    expect(ec2(detailed, "FlowLog").inputs).toMatchObject({ trafficType: "ALL", maxAggregationInterval: 60 });
  });
});

describe("flow logs that change", () => {
  it("end before their successor begins, because AWS keeps no two alike", async () => {
    const aws = new SimulatedAws();
    const before = await deployNetwork({ flowLogs: { kind: "cloudwatch" } }, { aws });
    const after = await deployNetwork({ flowLogs: { kind: "cloudwatch", traffic: "ALL" } }, { aws, state: before.state });
    const done = after.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);
    expect(done).toEqual(["delete-replaced", "replace", "create-replacement"].map((op) => `${op} network-flow-log`));
  });
});

describe("flow logs in a bucket", () => {
  it("do not compile with the bucket of another writer", () => {
    const albLogs = { writerKind: "alb" as const, arn: "arn:aws:s3:::shop-alb-logs" };
    // @ts-expect-error Its policy lets in Elastic Load Balancing, and not flow logs.
    const flowLogs: NetworkArgs["flowLogs"] = { kind: "s3", bucket: albLogs };
    expect(flowLogs).toHaveProperty("bucket.writerKind", "alb");
  });

  it("are Parquet, need no role, and begin when the bucket is ready", async () => {
    const run = await deployNetwork(() => {
      const bucket = new Bucket("flows", {});
      const policy = new BucketPolicy("flows", {
        bucket: bucket.bucket,
        policy: bucket.arn.apply((arn) => {
          const statement = { Effect: "Allow", Principal: { Service: "delivery.logs.amazonaws.com" }, Action: "s3:PutObject", Resource: `${arn}/*` };
          return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
        }),
      });
      return { flowLogs: { kind: "s3", bucket: { arn: bucket.arn, ready: [policy] }, prefix: "network", traffic: "ALL", aggregationSeconds: 60, hivePartitions: true, hourlyPartitions: true } };
    });
    const arn = String(run.resource("aws:s3/bucket:Bucket").outputs.arn);
    const { inputs, dependencies } = ec2(run, "FlowLog");
    expect(inputs).toMatchObject({
      vpcId: ec2(run, "Vpc").id,
      trafficType: "ALL",
      maxAggregationInterval: 60,
      logDestinationType: "s3",
      logDestination: `${arn}/network`,
      destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
    });
    expect(inputs).not.toHaveProperty("iamRoleArn");
    expect(dependencies).toContain(run.resource("aws:s3/bucketPolicy:BucketPolicy").urn);
    expect(run.resourcesOf(ROLE)).toEqual([]);
    expect(run.resourcesOf(LOG_GROUP)).toEqual([]);
  });

  it("stand at the bucket's top without a prefix", async () => {
    const run = await deployNetwork({ flowLogs: { kind: "s3", bucket: { arn: "arn:aws:s3:::flows" }, hourlyPartitions: true } });
    expect(ec2(run, "FlowLog").inputs).toMatchObject({
      logDestination: "arn:aws:s3:::flows",
      destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: false, perHourPartition: true },
    });
  });
});

describe("flow logs that are not wanted", () => {
  it("are left out, in production as well", async () => {
    const run = await deployNetwork({ profile: "production", flowLogs: { kind: "none" } });
    expect(run.resourcesOf("aws:ec2/flowLog:FlowLog")).toEqual([]);
    expect(run.resourcesOf(LOG_GROUP)).toEqual([]);
  });
});
