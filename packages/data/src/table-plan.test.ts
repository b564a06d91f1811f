import { planTable, type TablePlanArgs } from "./table-plan";

const id = { name: "id", type: "S" } as const;
const onDemand = { mode: "on-demand" } as const;
const plan = (args: Partial<TablePlanArgs> = {}) => planTable("primary", { hashKey: id, capacity: onDemand, ...args });

describe("planTable", () => {
  it("declares each key once and derives the attributes from it", () => {
    expect(plan({ capacity: { mode: "provisioned", read: 5, write: 3 } })).toEqual({
      table: {
        hashKey: "id",
        attributes: [{ name: "id", type: "S" }],
        billingMode: "PROVISIONED",
        readCapacity: 5,
        writeCapacity: 3,
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        deletionProtectionEnabled: true,
      },
      scaled: [],
      ignoreChanges: [],
    });
  });

  it("derives the attributes of all keys, each once, and of nothing else", () => {
    const { table } = plan({
      rangeKey: { name: "createdAt", type: "N" },
      globalIndexes: {
        "by-customer": { hashKey: { name: "customer", type: "S" }, rangeKey: { name: "createdAt", type: "N" }, projection: { include: ["total"] } },
      },
      localIndexes: { "by-total": { rangeKey: { name: "total", type: "N" } } },
    });
    expect([table.hashKey, table.rangeKey]).toEqual(["id", "createdAt"]);
    expect(table.attributes).toEqual([
      { name: "id", type: "S" },
      { name: "createdAt", type: "N" },
      { name: "customer", type: "S" },
      { name: "total", type: "N" },
    ]);
  });

  it("asks for no units on demand, which DynamoDB would refuse", () => {
    const { table } = plan();
    expect([table.billingMode, table.readCapacity, table.writeCapacity]).toEqual(["PAY_PER_REQUEST", undefined, undefined]);
  });

  it("leaves exactly the units that scaling moves to AWS", () => {
    const range = { min: 5, max: 50 };
    const capacity = { mode: "autoscaled", read: range, write: range } as const;
    expect(plan({ capacity }).ignoreChanges).toEqual(["readCapacity", "writeCapacity"]);
    expect(plan({ capacity, globalIndexes: { "by-owner": { hashKey: { name: "owner", type: "S" } } } })).toMatchObject({
      ignoreChanges: [
        "readCapacity",
        "writeCapacity",
        "globalSecondaryIndexes[*].readCapacity",
        "globalSecondaryIndexes[*].writeCapacity",
        "globalSecondaryIndexes[*].warmThroughput",
      ],
      scaled: [
        { units: "read", index: undefined, range: { min: 5, max: 50, targetUtilization: 70 } },
        { units: "write", index: undefined },
        { units: "read", index: "by-owner" },
        { units: "write", index: "by-owner" },
      ],
    });
  });

  it("sends warm throughput once, or with every change when it is to be managed", () => {
    const warm = { readUnitsPerSecond: 15_000, writeUnitsPerSecond: 5_000 };
    expect(plan({ warmThroughput: warm })).toMatchObject({ table: { warmThroughput: warm }, ignoreChanges: ["warmThroughput"] });
    const managed = plan({ warmThroughput: { ...warm, manage: true } });
    expect([managed.table.warmThroughput, managed.ignoreChanges]).toEqual([warm, []]);
  });

  it("treats the warm throughput of an index as the table's, and leaves to AWS what nobody asked for", () => {
    const warm = { readUnitsPerSecond: 15_000, writeUnitsPerSecond: 5_000 };
    const index = { hashKey: { name: "owner", type: "S" } } as const;
    expect(plan({ globalIndexes: { "by-owner": index } }).ignoreChanges).toEqual(["globalSecondaryIndexes[*].warmThroughput"]);
    const once = plan({ warmThroughput: warm, globalIndexes: { "by-owner": { ...index, warmThroughput: warm } } });
    expect(once.table.globalSecondaryIndexes).toMatchObject([{ name: "by-owner", warmThroughput: warm }]);
    expect(once.ignoreChanges).toEqual(["warmThroughput", "globalSecondaryIndexes[*].warmThroughput"]);
    const managed = plan({ warmThroughput: { ...warm, manage: true }, globalIndexes: { "by-owner": { ...index, warmThroughput: warm } } });
    expect([managed.table.globalSecondaryIndexes?.[0].warmThroughput, managed.ignoreChanges]).toEqual([warm, []]);
  });

  it("switches on the stream that is asked for, or the one that replicas need", () => {
    expect(plan({ stream: "KEYS_ONLY" }).table).toMatchObject({ streamEnabled: true, streamViewType: "KEYS_ONLY" });
    expect(plan({ replicas: { "eu-west-1": { kmsKeyArn: "k" } } }).table).toMatchObject({
      streamEnabled: true,
      streamViewType: "NEW_AND_OLD_IMAGES",
    });
    expect(plan({ replicas: {} }).table.streamEnabled).toBeUndefined();
  });

  it("expires items by an attribute, and reaches back as many days as it is told", () => {
    expect(plan({ ttlAttribute: "expiresAt", recoveryPeriodInDays: 7 }).table).toMatchObject({
      ttl: { enabled: true, attributeName: "expiresAt" },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 7 },
    });
  });

  it.each([
    ["production", undefined, true],
    ["ephemeral", undefined, false],
    ["ephemeral", true, true],
    ["production", false, false],
  ] as const)("protects in the profile %s with deletionProtection %s: %s", (profile, deletionProtection, expected) => {
    expect(plan({ profile, deletionProtection }).table.deletionProtectionEnabled).toBe(expected);
  });

  it("names every wrong argument at once", () => {
    expect(() =>
      plan({
        hashKey: { name: "", type: "S" },
        rangeKey: { name: "", type: "S" },
        capacity: { mode: "provisioned", read: 0, write: 2.5 },
      }),
    ).toThrow(
      new Error(
        'Table "primary": 5 invalid arguments\n' +
          '  - `hashKey.name` must be 1 to 255 characters long, got "": name the attribute that items are found by, for example id\n' +
          '  - `rangeKey.name` must be 1 to 255 characters long, got "": name the attribute that items are found by, for example id\n' +
          '  - `rangeKey.name` must be another attribute than the hash key, got "": ' +
          "leave out rangeKey, or name the attribute that sorts the items of one hash key\n" +
          "  - `capacity.read` must be a whole number of units, at least 1, got 0: " +
          'use for example 5, or capacity { mode: "on-demand" }\n' +
          "  - `capacity.write` must be a whole number of units, at least 1, got 2.5: " +
          'use for example 5, or capacity { mode: "on-demand" }',
      ),
    );
  });

  it("refuses two types for one attribute, naming where it was declared otherwise", () => {
    expect(() => plan({ globalIndexes: { "by-id": { hashKey: { name: "id", type: "N" } } } })).toThrow(
      new Error(
        'Table "primary": 1 invalid argument\n' +
          '  - `globalIndexes.by-id.hashKey.type` must be "S", the type that "id" is declared with before, got "N": ' +
          "use one type for the attribute, or name another attribute",
      ),
    );
  });

  it("refuses one attribute as both keys of an index, but lets a local index sort by any other", () => {
    const both = { name: "owner", type: "S" } as const;
    expect(() => plan({ globalIndexes: { "by-owner": { hashKey: both, rangeKey: both } } })).toThrow(
      "`globalIndexes.by-owner.rangeKey.name` must be another attribute than the hash key",
    );
    expect(plan({ rangeKey: both, localIndexes: { "by-total": { rangeKey: { name: "total", type: "N" } } } }).table.localSecondaryIndexes).toEqual([
      { name: "by-total", rangeKey: "total", projectionType: "ALL" },
    ]);
  });

  it("takes attribute names of up to 255 characters", () => {
    const named = (length: number) => plan({ hashKey: { name: "k".repeat(length), type: "B" } });
    expect(named(255).table.hashKey).toHaveLength(255);
    expect(() => named(256)).toThrow("`hashKey.name` must be 1 to 255 characters long");
  });

  it.each([0, 36, 3.5])("refuses recovery over %d days", (recoveryPeriodInDays) => {
    expect(() => plan({ recoveryPeriodInDays })).toThrow(
      new Error(
        'Table "primary": 1 invalid argument\n' +
          `  - \`recoveryPeriodInDays\` must be a whole number of days from 1 to 35, got ${recoveryPeriodInDays}: use for example 35`,
      ),
    );
  });

  it.each(["", "a".repeat(256)])("refuses the TTL attribute %j", (ttlAttribute) => {
    expect(() => plan({ ttlAttribute })).toThrow("`ttlAttribute` must be 1 to 255 characters long");
  });

  it("refuses what cannot be a Region", () => {
    expect(() => plan({ region: "moon" })).toThrow('`region` must be the name of an AWS region, got "moon": use for example us-east-1');
  });

  it("refuses a resource policy of more than 20 KB, as far as it is known", () => {
    expect(() => plan({ resourcePolicy: " ".repeat(20_480) })).not.toThrow();
    expect(() => plan({ resourcePolicy: Promise.resolve(" ".repeat(20_481)) })).not.toThrow();
    expect(() => plan({ resourcePolicy: " ".repeat(20_481) })).toThrow(
      new Error(
        'Table "primary": 1 invalid argument\n' +
          "  - `resourcePolicy` must be at most 20480 bytes, got 20481: write it without white space, or name fewer principals",
      ),
    );
  });
});
