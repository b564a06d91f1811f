import { logRetentionDays, retentionProblems } from "./log-retention";

describe("log retention", () => {
  it.each([...logRetentionDays])("can be %d days", (days) => {
    expect(retentionProblems(days)).toEqual([]);
  });

  it("suggests the nearest values that CloudWatch Logs takes", () => {
    const remedy = (days: number) => retentionProblems(days).map((problem) => problem.remedy);
    expect(remedy(42)).toEqual(["use 30 or 60"]);
    expect(remedy(0)).toEqual(["use 1"]);
    expect(remedy(4000)).toEqual(["use 3653"]);
    expect(remedy(14.5)).toEqual(["use 14 or 30"]);
    expect(remedy(NaN)).toEqual(["use for example 14"]);
  });
});
