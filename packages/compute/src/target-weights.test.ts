import fc from "fast-check";
import { planTargetWeights, weightProblems } from "./target-weights";

describe("target weights", () => {
  it("are 50 and 50 when nothing is said", () => {
    expect(planTargetWeights()).toEqual({ mode: "managed", primary: 50, secondary: 50 });
  });

  it("keep a weight of 0, so that a group can be drained without leaving the listener", () => {
    const weights = planTargetWeights({ primary: 100, secondary: 0 });
    expect(weights).toEqual({ mode: "managed", primary: 100, secondary: 0 });
    expect(weightProblems(weights)).toEqual([]);
  });

  it("must not both be 0", () => {
    expect(weightProblems(planTargetWeights({ primary: 0, secondary: 0 }))).toEqual([
      {
        argument: "weights",
        rule: "must not both be 0: no target group would receive a request",
        value: { primary: 0, secondary: 0 },
        remedy: "give at least one target group a weight of 1 or more",
      },
    ]);
  });

  it("are accepted exactly when both are whole numbers from 0 to 999 and one is not 0", () => {
    const weight = fc.oneof(fc.integer({ min: -5, max: 1005 }), fc.constantFrom(0, 999, 1000, -1, 0.5, NaN));
    const isLegal = (value: number) => Number.isInteger(value) && value >= 0 && value <= 999;
    fc.assert(
      fc.property(weight, weight, (primary, secondary) => {
        const accepted = weightProblems(planTargetWeights({ primary, secondary })).length === 0;
        return accepted === (isLegal(primary) && isLegal(secondary) && primary + secondary > 0);
      }),
    );
  });

  it("name each weight that is out of range", () => {
    expect(weightProblems(planTargetWeights({ primary: 1000, secondary: -1 })).map((problem) => problem.argument)).toEqual([
      "weights.primary",
      "weights.secondary",
    ]);
  });

  it("start from what is said, or from 50 and 50, when somebody else owns them", () => {
    expect(planTargetWeights({ mode: "external" })).toEqual({ mode: "external", primary: 50, secondary: 50 });
    const initial = { primary: 100, secondary: 0 };
    expect(planTargetWeights({ mode: "external", initial })).toEqual({ mode: "external", primary: 100, secondary: 0 });
    const none = { mode: "external", initial: { primary: 0, secondary: 0 } } as const;
    expect(weightProblems(planTargetWeights(none)).map(({ argument }) => argument)).toEqual(["weights.initial"]);
    const high = { mode: "external", initial: { primary: 1000, secondary: 1000 } } as const;
    expect(weightProblems(planTargetWeights(high)).map(({ argument }) => argument)).toEqual([
      "weights.initial.primary",
      "weights.initial.secondary",
    ]);
  });
});
