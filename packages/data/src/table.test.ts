import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { Table, type TableArgs } from "./table";

const naming = new Naming({ project: "infra", environment: "dev" });

function deployTable(args: Partial<TableArgs> = {}, more: Partial<Parameters<typeof deploy>[0]> = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const key = new EncryptionKey("data", { region: "us-east-1", naming });
      const { arn, tableName } = new Table("primary", {
        hashKey: { name: "id", type: "S" },
        capacity: { mode: "provisioned", read: 5, write: 5 },
        kmsKeyArn: key.arn,
        naming,
        ...args,
      });
      return { arn, tableName, keyArn: key.arn };
    },
    ...more,
  });
}

const TABLE = "aws:dynamodb/table:Table";

describe("Table", () => {
  it("creates one table, as a child of the component", async () => {
    const run = await deployTable();
    expect(run.resource(TABLE, "primary-table").parent).toBe(run.resource("org:data:Table", "primary").urn);
  });

  it("encrypts with the customer's key, recovers to any point in time and resists deletion, in production", async () => {
    const run = await deployTable();
    const table = run.resource(TABLE);
    expect(table.protect).toBe(true);
    expect(table.inputs).toMatchObject({
      name: "infra-dev-primary",
      billingMode: "PROVISIONED",
      readCapacity: 5,
      writeCapacity: 5,
      hashKey: "id",
      attributes: [{ name: "id", type: "S" }],
      serverSideEncryption: { enabled: true, kmsKeyArn: run.outputs.keyArn },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
      deletionProtectionEnabled: true,
      tags: { Name: "infra-dev-primary", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
  });

  it("declares both keys of a composite key, and no units on demand", async () => {
    const run = await deployTable({ rangeKey: { name: "at", type: "N" }, capacity: { mode: "on-demand" } });
    const { inputs } = run.resource(TABLE);
    expect(inputs).toMatchObject({ hashKey: "id", rangeKey: "at", billingMode: "PAY_PER_REQUEST" });
    expect([inputs.readCapacity, inputs.writeCapacity]).toEqual([undefined, undefined]);
    expect(inputs.attributes).toHaveLength(2);
  });

  it("can be deleted in the ephemeral profile", async () => {
    const table = (await deployTable({ profile: "ephemeral" })).resource(TABLE);
    expect([table.inputs.deletionProtectionEnabled, table.protect ?? false]).toEqual([false, false]);
  });

  it("leaves the last word to the caller's transform", async () => {
    const run = await deployTable({
      transform: {
        table: (args, opts) => {
          args.ttl = { enabled: true, attributeName: "expiresAt" };
          opts.protect = false;
        },
      },
    });
    const table = run.resource(TABLE);
    expect(table.inputs.ttl).toMatchObject({ enabled: true, attributeName: "expiresAt" });
    expect(table.protect ?? false).toBe(false);
  });

  it("registers its outputs", async () => {
    const run = await deployTable();
    const expected = { arn: run.resource(TABLE).outputs.arn, tableName: "infra-dev-primary" };
    expect(run.resource("org:data:Table").outputs).toEqual(expected);
    expect(run.outputs).toMatchObject(expected);
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployTable({}, { providers });
    const second = await deployTable({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("keeps the table when its capacity changes", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployTable({}, { providers });
    const second = await deployTable({ capacity: { mode: "on-demand" } }, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same").map(({ op, type }) => [op, type])).toEqual([
      ["update", TABLE],
    ]);
    expect(second.resource(TABLE).id).toBe(first.resource(TABLE).id);
  });
});
