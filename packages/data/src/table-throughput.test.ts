import { warmThroughputProblems } from "./table-throughput";

describe("warm throughput", () => {
  it("may be left out, or be at least what an on-demand table begins with", () => {
    expect(warmThroughputProblems(undefined)).toEqual([]);
    expect(warmThroughputProblems({ readUnitsPerSecond: 12_000, writeUnitsPerSecond: 4_000 })).toEqual([]);
  });

  it("is refused below that, each number by itself", () => {
    expect(warmThroughputProblems({ readUnitsPerSecond: 11_999, writeUnitsPerSecond: 4_000.5 })).toEqual([
      {
        argument: "warmThroughput.readUnitsPerSecond",
        rule: "must be a whole number, at least 12000",
        value: 11_999,
        remedy: "use for example 12000, or leave out warmThroughput: an on-demand table begins with it",
      },
      {
        argument: "warmThroughput.writeUnitsPerSecond",
        rule: "must be a whole number, at least 4000",
        value: 4_000.5,
        remedy: "use for example 4000, or leave out warmThroughput: an on-demand table begins with it",
      },
    ]);
  });
});
