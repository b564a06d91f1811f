import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { ReplicaKey } from "./replica-key";
import { Table, type TableArgs } from "./table";

const naming = new Naming({ project: "infra", environment: "dev" });
const TABLE = "aws:dynamodb/table:Table";
const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";
const owner = { name: "owner", type: "S" } as const;
const autoscaled = { mode: "autoscaled", read: { min: 5, max: 50 }, write: { min: 2, max: 20, targetUtilization: 60 } } as const;

type Options = Partial<Parameters<typeof deploy>[0]>;

function deployTable(args: Partial<TableArgs> = {}, more: Options = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const key = new EncryptionKey("data", { region: "us-east-1", naming });
      const table = new Table("primary", {
        hashKey: { name: "id", type: "S" },
        capacity: { mode: "on-demand" },
        kmsKeyArn: key.arn,
        naming,
        ...args,
      });
      return {
        arn: table.arn,
        keyArn: key.arn,
        streamArn: table.streamArn,
        unmanaged: [...table.unmanagedProperties],
        grants: [...table.readGrant(), ...table.writeGrant()],
      };
    },
    ...more,
  });
}

const nameOf = ({ urn }: { urn: string }) => urn.slice(urn.lastIndexOf("::") + 2);

/** Steps that change something, without the component's own. */
const changes = (run: Awaited<ReturnType<typeof deployTable>>) =>
  run.steps.filter(({ op, type }) => op !== "same" && type.startsWith("aws:")).map(({ op, name }) => `${op} ${name}`);

describe("an autoscaled Table", () => {
  it("has a target and a policy for its reads and its writes, and for those of each index", async () => {
    const run = await deployTable({ capacity: autoscaled, globalIndexes: { "by-owner": { hashKey: owner } } });
    const roles = ["primary-read", "primary-write", "primary-by-owner-read", "primary-by-owner-write"];
    expect(run.resourcesOf(TARGET).map(nameOf).sort()).toEqual(roles.map((role) => `${role}-target`).sort());
    expect(run.resourcesOf(POLICY).map(nameOf).sort()).toEqual(roles.map((role) => `${role}-scaling`).sort());
    expect(run.resource(TARGET, "primary-write-target").inputs).toMatchObject({
      serviceNamespace: "dynamodb",
      resourceId: "table/infra-dev-primary",
      scalableDimension: "dynamodb:table:WriteCapacityUnits",
      minCapacity: 2,
      maxCapacity: 20,
      tags: { Name: "infra-dev-primary-write", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    expect(run.resource(POLICY, "primary-by-owner-read-scaling").inputs).toMatchObject({
      name: "infra-dev-primary-by-owner-read",
      policyType: "TargetTrackingScaling",
      resourceId: "table/infra-dev-primary/index/by-owner",
      scalableDimension: "dynamodb:index:ReadCapacityUnits",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "DynamoDBReadCapacityUtilization" },
        targetValue: 70,
      },
    });
    expect(run.resource(POLICY, "primary-write-scaling").inputs.targetTrackingScalingPolicyConfiguration).toMatchObject({
      predefinedMetricSpecification: { predefinedMetricType: "DynamoDBWriteCapacityUtilization" },
      targetValue: 60,
    });
  });

  it("begins with the least units, and then leaves them to AWS, and says so", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployTable({ capacity: autoscaled }, { providers });
    expect(first.resource(TABLE).inputs).toMatchObject({ billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 2 });
    expect(first.outputs.unmanaged).toEqual(["readCapacity", "writeCapacity"]);

    const wider = { ...autoscaled, read: { min: 10, max: 100 } };
    const second = await deployTable({ capacity: wider }, { providers, state: first.state });
    expect(changes(second)).toEqual(["update primary-read-target"]);
    expect(second.resource(TABLE).inputs.readCapacity).toBe(5);
  });

  it("gives a new index its own units, and leaves those of the others alone", async () => {
    const providers = [new SimulatedAws()];
    const before = { "by-owner": { hashKey: owner } };
    const first = await deployTable({ capacity: autoscaled, globalIndexes: before }, { providers });
    const after = { ...before, "by-team": { hashKey: { name: "team", type: "S" } as const } };
    const second = await deployTable(
      { capacity: { ...autoscaled, read: { min: 8, max: 50 } }, globalIndexes: after },
      { providers, state: first.state },
    );
    expect(second.resource(TABLE).inputs.globalSecondaryIndexes).toMatchObject([
      { name: "by-owner", readCapacity: 5, writeCapacity: 2 },
      { name: "by-team", readCapacity: 8, writeCapacity: 2 },
    ]);
    expect(second.resource(TABLE).id).toBe(first.resource(TABLE).id);
  });

  it("is the same table in every other mode, which takes its own units again", async () => {
    const providers = [new SimulatedAws()];
    const modes: TableArgs["capacity"][] = [
      { mode: "on-demand" },
      { mode: "provisioned", read: 7, write: 7 },
      autoscaled,
      { mode: "provisioned", read: 9, write: 9 },
      { mode: "on-demand" },
    ];
    let state: Options["state"];
    const seen: unknown[] = [];
    for (const capacity of modes) {
      const run = await deployTable({ capacity }, { providers, state });
      const { id, inputs } = run.resource(TABLE);
      expect(id).toBe("infra-dev-primary");
      expect(run.steps.filter(({ op, type }) => type === TABLE && op.includes("replace"))).toEqual([]);
      seen.push([inputs.billingMode, inputs.readCapacity]);
      state = run.state;
    }
    expect(seen).toEqual([
      ["PAY_PER_REQUEST", undefined],
      ["PROVISIONED", 7],
      ["PROVISIONED", 7],
      ["PROVISIONED", 9],
      ["PAY_PER_REQUEST", undefined],
    ]);
  });
});

describe("an on-demand Table", () => {
  it("becomes autoscaled in one step, from the one unit that the provider sends for units that are left alone", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployTable({}, { providers });
    const second = await deployTable({ capacity: autoscaled }, { providers, state: first.state });
    expect(second.resource(TABLE).id).toBe(first.resource(TABLE).id);
    expect(second.resource(TABLE).outputs).toMatchObject({ billingMode: "PROVISIONED", readCapacity: 1, writeCapacity: 1 });
    expect(second.resource(TARGET, "primary-read-target").inputs).toMatchObject({ minCapacity: 5, maxCapacity: 50 });
    const third = await deployTable({ capacity: autoscaled }, { providers, state: second.state });
    expect(changes(third)).toEqual([]);
  });

  it("with global indexes goes by provisioned capacity: an index without units is refused, in the preview already", async () => {
    const providers = [new SimulatedAws()];
    const globalIndexes = { "by-owner": { hashKey: owner } };
    const first = await deployTable({ globalIndexes }, { providers });
    const atOnce = { providers, state: first.state, preview: true, expectFailure: true };
    const refused = await deployTable({ globalIndexes, capacity: autoscaled }, atOnce);
    expect(refused.diagnostics.map(({ message }) => message).join("\n")).toContain("ProvisionedThroughput must be specified for index: by-owner");

    const provisioned = { mode: "provisioned", read: 5, write: 5 } as const;
    const second = await deployTable({ globalIndexes, capacity: provisioned }, { providers, state: first.state });
    const third = await deployTable({ globalIndexes, capacity: autoscaled }, { providers, state: second.state });
    expect(third.resource(TABLE).inputs.globalSecondaryIndexes).toMatchObject([{ name: "by-owner", readCapacity: 5, writeCapacity: 5 }]);
    expect(third.resourcesOf(TARGET)).toHaveLength(4);
  });
});

describe("a Table with options", () => {
  it("has its indexes, with the attributes that they use", async () => {
    const run = await deployTable({
      rangeKey: { name: "at", type: "N" },
      globalIndexes: { "by-owner": { hashKey: owner, projection: "KEYS_ONLY" } },
      localIndexes: { "by-total": { rangeKey: { name: "total", type: "N" } } },
    });
    expect(run.resource(TABLE).inputs).toMatchObject({
      attributes: [{ name: "id" }, { name: "at" }, { name: "owner" }, { name: "total" }],
      globalSecondaryIndexes: [{ name: "by-owner", hashKey: "owner", projectionType: "KEYS_ONLY" }],
      localSecondaryIndexes: [{ name: "by-total", rangeKey: "total", projectionType: "ALL" }],
    });
  });

  it("has a stream, an expiry and a warm throughput that later changes leave alone", async () => {
    const providers = [new SimulatedAws()];
    const options = { stream: "NEW_IMAGE", ttlAttribute: "expiresAt" } as const;
    const warmThroughput = { readUnitsPerSecond: 15_000, writeUnitsPerSecond: 5_000 };
    const first = await deployTable({ ...options, warmThroughput }, { providers });
    expect(first.resource(TABLE).inputs).toMatchObject({
      streamEnabled: true,
      streamViewType: "NEW_IMAGE",
      ttl: { enabled: true, attributeName: "expiresAt" },
      warmThroughput,
    });
    expect(first.outputs.streamArn).toMatch(/^arn:aws:dynamodb:us-east-1:123456789012:table\/infra-dev-primary\/stream\//);
    const lower = { ...warmThroughput, readUnitsPerSecond: 12_000 };
    const second = await deployTable({ ...options, warmThroughput: lower }, { providers, state: first.state });
    expect(changes(second)).toEqual([]);
    const managed = { ...warmThroughput, readUnitsPerSecond: 20_000, manage: true };
    const third = await deployTable({ ...options, warmThroughput: managed }, { providers, state: first.state });
    expect(changes(third)).toEqual(["update primary-table"]);
  });

  it("has replicas, each with a key of its Region, recovery and the table's protection", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const key = new EncryptionKey("data", { region: "us-east-1", naming, multiRegion: true });
        const replica = new ReplicaKey("data-eu", { primary: key, region: "eu-west-1", naming });
        new Table("primary", {
          hashKey: { name: "id", type: "S" },
          capacity: { mode: "on-demand" },
          kmsKeyArn: key.arn,
          region: "us-east-1",
          replicas: { "eu-west-1": { kmsKeyArn: replica.arn } },
          naming,
        });
        return { replicaArn: replica.arn };
      },
    });
    expect(run.resource(TABLE).inputs).toMatchObject({
      region: "us-east-1",
      streamViewType: "NEW_AND_OLD_IMAGES",
      replicas: [
        {
          regionName: "eu-west-1",
          kmsKeyArn: run.outputs.replicaArn,
          pointInTimeRecovery: true,
          deletionProtectionEnabled: true,
          propagateTags: true,
        },
      ],
    });
  });

  it("has a resource policy", async () => {
    const reader = { AWS: "arn:aws:iam::210987654321:root" };
    const resourcePolicy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: reader, Action: "dynamodb:GetItem", Resource: "*" }],
    });
    const run = await deployTable({ resourcePolicy });
    const policy = run.resource("aws:dynamodb/resourcePolicy:ResourcePolicy", "primary-resource-policy");
    expect(policy.inputs).toMatchObject({ resourceArn: run.outputs.arn, policy: resourcePolicy });
    expect(policy.parent).toBe(run.resource("org:data:Table", "primary").urn);
  });

  it("is protected when it is told to, also in the ephemeral profile", async () => {
    const run = await deployTable({ profile: "ephemeral", deletionProtection: true });
    const table = run.resource(TABLE);
    expect([table.protect, table.inputs.deletionProtectionEnabled]).toEqual([true, true]);
  });

  it("registers nothing when an argument or a tag is wrong", async () => {
    const wrong: Partial<TableArgs>[] = [{ recoveryPeriodInDays: 0 }, { tags: { "aws:mine": "x" } }];
    for (const args of wrong) {
      const run = await deployTable(args, { expectFailure: true });
      expect(run.resourcesOf("org:data:Table")).toEqual([]);
    }
  });
});

describe("the grants of a Table", () => {
  it("name actions one by one, on the table and its indexes, and the key through DynamoDB alone", async () => {
    const { outputs } = await deployTable();
    const { arn, keyArn } = outputs;
    const condition = { StringLike: { "kms:ViaService": "dynamodb.*" } };
    expect(outputs.grants).toEqual([
      {
        sid: "ReadPrimary",
        actions: [
          "dynamodb:BatchGetItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:Query",
          "dynamodb:Scan",
        ],
        resources: [arn],
        resourceSuffixes: ["", "/index/*"],
      },
      { sid: "DecryptPrimary", actions: ["kms:Decrypt", "kms:DescribeKey"], resources: [keyArn], resourceSuffixes: [""], condition },
      {
        sid: "WritePrimary",
        actions: [
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
        ],
        resources: [arn],
        resourceSuffixes: [""],
      },
      {
        sid: "EncryptPrimary",
        actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
        resources: [keyArn],
        resourceSuffixes: [""],
        condition,
      },
    ]);
  });
});
