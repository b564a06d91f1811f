import type { TableCapacity } from "./table-capacity";
import { type GlobalIndex, indexProblems, type LocalIndex, plannedIndexes } from "./table-indexes";

const id = { name: "id", type: "S" } as const;
const at = { name: "at", type: "N" } as const;
const owner = { name: "owner", type: "S" } as const;
const onDemand = { mode: "on-demand" } as const;
const provisioned = { mode: "provisioned", read: 5, write: 3 } as const;

function named<Index>(number: number, index: Index): Record<string, Index> {
  return Object.fromEntries(Array.from({ length: number }, (_, place) => [`index-${place}`, index]));
}

function messages(indexes: { globalIndexes?: Record<string, GlobalIndex>; localIndexes?: Record<string, LocalIndex> }, capacity: TableCapacity = onDemand) {
  return indexProblems({ hashKey: id, rangeKey: at, ...indexes }, capacity).map(
    ({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`,
  );
}

describe("the indexes of a table", () => {
  it("are left out where there are none", () => {
    expect(plannedIndexes({ hashKey: id }, onDemand)).toEqual({});
  });

  it("have the table's units unless they are given their own, and none on demand", () => {
    const globalIndexes = { "by-owner": { hashKey: owner, rangeKey: at }, "by-at": { hashKey: at, capacity: { ...provisioned, read: 9 } } };
    expect(plannedIndexes({ hashKey: id, globalIndexes }, provisioned).globalSecondaryIndexes).toEqual([
      { name: "by-owner", hashKey: "owner", rangeKey: "at", projectionType: "ALL", readCapacity: 5, writeCapacity: 3 },
      { name: "by-at", hashKey: "at", projectionType: "ALL", readCapacity: 9, writeCapacity: 3 },
    ]);
    expect(plannedIndexes({ hashKey: id, globalIndexes: { "by-owner": { hashKey: owner } } }, onDemand).globalSecondaryIndexes).toEqual([
      { name: "by-owner", hashKey: "owner", projectionType: "ALL" },
    ]);
  });

  it("hold what their projection says", () => {
    const localIndexes: Record<string, LocalIndex> = {
      "by-owner": { rangeKey: owner, projection: { include: ["total"] } },
      "by-total": { rangeKey: { name: "total", type: "N" }, projection: "KEYS_ONLY" },
    };
    expect(plannedIndexes({ hashKey: id, localIndexes }, provisioned).localSecondaryIndexes).toEqual([
      { name: "by-owner", rangeKey: "owner", projectionType: "INCLUDE", nonKeyAttributes: ["total"] },
      { name: "by-total", rangeKey: "total", projectionType: "KEYS_ONLY" },
    ]);
  });

  it("are at most 20 global and 5 local ones", () => {
    expect(messages({ globalIndexes: named(20, { hashKey: owner }), localIndexes: { "by-owner": { rangeKey: owner } } })).toEqual([]);
    expect(messages({ globalIndexes: named(21, { hashKey: owner }) })).toEqual([
      "globalIndexes must be at most 20 indexes, DynamoDB's limit, got 21: remove indexes",
    ]);
    expect(messages({ localIndexes: named(6, { rangeKey: owner }) })).toEqual([
      "localIndexes must be at most 5 indexes, DynamoDB's limit, got 6: remove indexes",
    ]);
  });

  it("have legal names, which no two share", () => {
    expect(messages({ globalIndexes: { "a b": { hashKey: owner } } })).toEqual([
      'globalIndexes must have names of 3 to 255 letters, digits, _, - and ., got "a b": use for example by-customer',
    ]);
    expect(messages({ globalIndexes: { same: { hashKey: owner } }, localIndexes: { same: { rangeKey: owner } } })).toEqual([
      'localIndexes must not share names with globalIndexes, got "same": rename one of them',
    ]);
  });

  it("are local only where the table has a range key", () => {
    const problems = indexProblems({ hashKey: id, localIndexes: { "by-owner": { rangeKey: owner } } }, onDemand);
    expect(problems.map(({ argument, rule }) => `${argument} ${rule}`)).toEqual([
      "localIndexes must belong to a table with a rangeKey: a local index is another order within one hash key",
    ]);
  });

  it("hold 1 to 20 attributes each beside the keys, and 100 together", () => {
    const including = (number: number): GlobalIndex => ({ hashKey: owner, projection: { include: Array<string>(number).fill("a") } });
    expect(messages({ globalIndexes: { one: including(1), most: including(20) } })).toEqual([]);
    const projection = { include: [] };
    expect(messages({ globalIndexes: { most: including(21) }, localIndexes: { none: { rangeKey: owner, projection } } })).toEqual([
      'globalIndexes.most.projection.include must name 1 to 20 attributes, got 21: use "KEYS_ONLY" for none and "ALL" for more',
      'localIndexes.none.projection.include must name 1 to 20 attributes, got 0: use "KEYS_ONLY" for none and "ALL" for more',
    ]);
    expect(messages({ globalIndexes: named(5, including(20)) })).toEqual([]);
    expect(messages({ globalIndexes: { ...named(5, including(20)), more: including(1) } })).toEqual([
      "globalIndexes must name at most 100 attributes in the projections of all indexes together, got 101: " +
        'use "ALL" for the widest of them',
    ]);
  });

  it("are paid for as the table is", () => {
    expect(messages({ globalIndexes: { "by-owner": { hashKey: owner, capacity: onDemand } } }, provisioned)).toEqual([
      "globalIndexes.by-owner.capacity must be of the table's mode, \"provisioned\": a table and its indexes are paid for " +
        "in one way, got \"on-demand\": leave out the index's capacity, or change its mode",
    ]);
    expect(messages({ globalIndexes: { "by-owner": { hashKey: owner, capacity: { ...provisioned, read: 0 } } } }, provisioned)).toEqual([
      "globalIndexes.by-owner.capacity.read must be a whole number of units, at least 1, got 0: " +
        'use for example 5, or capacity { mode: "on-demand" }',
    ]);
  });
});
