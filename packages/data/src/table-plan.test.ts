import { planTable } from "./table-plan";

const id = { name: "id", type: "S" } as const;

describe("planTable", () => {
  it("declares each key once and derives the attributes from it", () => {
    expect(planTable("primary", { hashKey: id, capacity: { mode: "provisioned", read: 5, write: 3 } })).toEqual({
      hashKey: "id",
      rangeKey: undefined,
      attributes: [{ name: "id", type: "S" }],
      throughput: { billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 3 },
      deletionProtection: true,
    });
  });

  it("derives both attributes of a composite key", () => {
    const plan = planTable("primary", {
      hashKey: id,
      rangeKey: { name: "createdAt", type: "N" },
      capacity: { mode: "onDemand" },
    });
    expect([plan.hashKey, plan.rangeKey]).toEqual(["id", "createdAt"]);
    expect(plan.attributes).toEqual([
      { name: "id", type: "S" },
      { name: "createdAt", type: "N" },
    ]);
  });

  it("asks for no units on demand, which DynamoDB would refuse", () => {
    expect(planTable("primary", { hashKey: id, capacity: { mode: "onDemand" } }).throughput).toEqual({
      billingMode: "PAY_PER_REQUEST",
    });
  });

  it("does not protect the table in the ephemeral profile", () => {
    const plan = planTable("primary", { hashKey: id, capacity: { mode: "onDemand" }, profile: "ephemeral" });
    expect(plan.deletionProtection).toBe(false);
  });

  it("names every wrong argument at once", () => {
    expect(() =>
      planTable("primary", {
        hashKey: { name: "", type: "S" },
        rangeKey: { name: "", type: "N" },
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
          'use for example 5, or capacity { mode: "onDemand" }\n' +
          "  - `capacity.write` must be a whole number of units, at least 1, got 2.5: " +
          'use for example 5, or capacity { mode: "onDemand" }',
      ),
    );
  });

  it("takes attribute names of up to 255 characters", () => {
    const named = (length: number) =>
      planTable("primary", { hashKey: { name: "k".repeat(length), type: "B" }, capacity: { mode: "onDemand" } });
    expect(named(255).hashKey).toHaveLength(255);
    expect(() => named(256)).toThrow("`hashKey.name` must be 1 to 255 characters long");
  });
});
