import { capacityProblems, scaledUnits, type TableCapacity, unitsOf } from "./table-capacity";

const autoscaled = { mode: "autoscaled", read: { min: 5, max: 50 }, write: { min: 2, max: 20, targetUtilization: 50 } } as const;
const messages = (capacity: TableCapacity) =>
  capacityProblems("capacity", capacity).map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${String(value)}: ${remedy}`);

describe("the capacity of a table", () => {
  it("is sent as it is, as the least that scaling starts from, or not at all", () => {
    expect(unitsOf({ mode: "provisioned", read: 3, write: 4 })).toEqual({ readCapacity: 3, writeCapacity: 4 });
    expect(unitsOf(autoscaled)).toEqual({ readCapacity: 5, writeCapacity: 2 });
    expect(unitsOf({ mode: "on-demand" })).toEqual({});
  });

  it("is scaled in one mode alone, to 70 percent unless told otherwise", () => {
    expect(scaledUnits(autoscaled, "by-owner")).toEqual([
      { units: "read", index: "by-owner", range: { min: 5, max: 50, targetUtilization: 70 } },
      { units: "write", index: "by-owner", range: { min: 2, max: 20, targetUtilization: 50 } },
    ]);
    expect(scaledUnits({ mode: "provisioned", read: 3, write: 4 })).toEqual([]);
    expect(scaledUnits({ mode: "on-demand" })).toEqual([]);
  });

  it("may be anything that DynamoDB takes", () => {
    expect(messages(autoscaled)).toEqual([]);
    expect(messages({ mode: "on-demand" })).toEqual([]);
    expect(messages({ mode: "autoscaled", read: { min: 1, max: 1, targetUtilization: 20 }, write: { min: 1, max: 1, targetUtilization: 90 } })).toEqual([]);
  });

  it("is refused when the range is empty, not of whole units, or never reached", () => {
    expect(messages({ mode: "autoscaled", read: { min: 10, max: 5 }, write: { min: 0, max: 2.5, targetUtilization: 91 } })).toEqual([
      "capacity.read.max must be at least min, 10, got 5: use for example 100",
      'capacity.write.min must be a whole number of units, at least 1, got 0: use for example 5, or capacity { mode: "on-demand" }',
      'capacity.write.max must be a whole number of units, at least 1, got 2.5: use for example 5, or capacity { mode: "on-demand" }',
      "capacity.write.targetUtilization must be a percentage from 20 to 90, got 91: use for example 70",
    ]);
    expect(messages({ mode: "autoscaled", read: { min: 1, max: 2, targetUtilization: 19 }, write: { min: 1, max: 2 } })).toEqual([
      "capacity.read.targetUtilization must be a percentage from 20 to 90, got 19: use for example 70",
    ]);
  });
});
