import { terminationHookProblems } from "./termination-hook";

describe("termination hook", () => {
  it.each([30, 7200])("takes %d seconds", (heartbeatTimeout) => {
    expect(terminationHookProblems({ heartbeatTimeout })).toEqual([]);
  });

  it.each([29, 7201, 60.5])("refuses %d seconds", (heartbeatTimeout) => {
    expect(terminationHookProblems({ heartbeatTimeout })).toEqual([
      {
        argument: "terminationHook.heartbeatTimeout",
        rule: "must be a whole number from 30 to 7200 seconds",
        value: heartbeatTimeout,
        remedy: "use for example 120",
      },
    ]);
  });

  it("may be left out", () => {
    expect(terminationHookProblems(undefined)).toEqual([]);
  });
});
