import { stickinessProblems } from "./stickiness";

describe("stickiness", () => {
  it("is off when nothing is said", () => {
    expect(stickinessProblems(undefined)).toEqual([]);
  });

  it.each([1, 300, 604_800])("takes %d seconds", (duration) => {
    expect(stickinessProblems({ duration })).toEqual([]);
  });

  it.each([0, 604_801, 1.5, NaN])("refuses %d seconds", (duration) => {
    expect(stickinessProblems({ duration })).toEqual([
      {
        argument: "stickiness.duration",
        rule: "must be a whole number from 1 to 604800 seconds",
        value: duration,
        remedy: "use for example 300",
      },
    ]);
  });
});
