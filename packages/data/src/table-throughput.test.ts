import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { Table, type TableArgs } from "./table";
import { planTable } from "./table-plan";
import { warmThroughputProblems } from "./table-throughput";

describe("warm throughput", () => {
  it("may be left out, or be at least what an on-demand table begins with", () => {
    expect(warmThroughputProblems("warmThroughput", undefined)).toEqual([]);
    expect(warmThroughputProblems("warmThroughput", { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 4_000 })).toEqual([]);
  });

  it("is refused below that, each number by itself", () => {
    expect(warmThroughputProblems("warmThroughput", { readUnitsPerSecond: 11_999, writeUnitsPerSecond: 4_000.5 })).toEqual([
      {
        argument: "warmThroughput.readUnitsPerSecond",
        rule: "must be a whole number, at least 12000",
        value: 11_999,
        remedy: "use for example 12000, or leave out warmThroughput: what is on demand begins with it",
      },
      {
        argument: "warmThroughput.writeUnitsPerSecond",
        rule: "must be a whole number, at least 4000",
        value: 4_000.5,
        remedy: "use for example 4000, or leave out warmThroughput: what is on demand begins with it",
      },
    ]);
  });
});

describe("the warm throughput of an index", () => {
  const naming = new Naming({ project: "infra", environment: "dev" });
  const warmThroughput = { readUnitsPerSecond: 20_000, writeUnitsPerSecond: 10_000 };
  const keys = { hashKey: { name: "id", type: "S" }, capacity: { mode: "on-demand" } } as const;
  const byOwner = { "by-owner": { hashKey: { name: "owner", type: "S" } } } as const;

  const deployTable = (args: Partial<TableArgs>, more: Partial<Parameters<typeof deploy>[0]> = {}) =>
    deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const key = new EncryptionKey("data", { region: "us-east-1", naming });
        new Table("orders", { ...keys, kmsKeyArn: key.arn, naming, ...args });
      },
      ...more,
    });
  const indexesOf = (run: Awaited<ReturnType<typeof deployTable>>) =>
    run.resource("aws:dynamodb/table:Table").inputs.globalSecondaryIndexes;

  it("counts when the index is created, and later changes leave it alone", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployTable({ globalIndexes: { "by-owner": { ...byOwner["by-owner"], warmThroughput } } }, { providers });
    expect(indexesOf(first)).toMatchObject([{ name: "by-owner", warmThroughput }]);
    const more = { "by-owner": byOwner["by-owner"], "by-team": { hashKey: { name: "team", type: "S" }, warmThroughput } } as const;
    const second = await deployTable({ globalIndexes: more }, { providers, state: first.state });
    expect(indexesOf(second)).toMatchObject([
      { name: "by-owner", warmThroughput },
      { name: "by-team", warmThroughput },
    ]);
  });

  it("is refused below what an index on demand begins with", () => {
    const low = { ...warmThroughput, writeUnitsPerSecond: 3_999 };
    expect(() => planTable("orders", { ...keys, globalIndexes: { "by-owner": { ...byOwner["by-owner"], warmThroughput: low } } })).toThrow(
      "`globalIndexes.by-owner.warmThroughput.writeUnitsPerSecond` must be a whole number, at least 4000, got 3999: " +
        "use for example 4000, or leave out warmThroughput: what is on demand begins with it",
    );
  });
});
