import { checkConformance } from "./check-conformance";
import { runOf } from "./rule-cases.fixture";
import type { Rule } from "./rule";

const TOPIC = "aws:sns/topic:Topic";
const rule: Rule = {
  id: "test/has-a-name",
  controls: { "test:name": "HIGH", "test:named": "LOW" },
  requirement: "Topics have a name.",
  subjects: [TOPIC],
  judge: (topic) => (topic.text("kind") === "exempt" ? undefined : topic.has("name")),
};
const unnamed = runOf([
  [TOPIC, { name: "a" }],
  [TOPIC, {}],
]);

describe("checkConformance", () => {
  it("fails a control that one resource breaks, for each control of the rule, and says which", () => {
    const { failures, totals, verdicts } = checkConformance(unnamed, { rules: [rule] });
    expect(failures).toEqual([
      "test:name (HIGH) resource-1: Topics have a name.",
      "test:named (LOW) resource-1: Topics have a name.",
    ]);
    expect(totals).toEqual({ pass: 0, fail: 2, exception: 0, "not applicable": 0 });
    expect(verdicts[0].passed).toEqual(["resource-0"]);
  });

  it("takes an exception for its control and its resources only", () => {
    const exceptions = [{ controls: ["test:name"], resources: /-1$/, reason: "nobody calls it" }];
    const { failures, verdicts, unusedExceptions } = checkConformance(unnamed, { rules: [rule], exceptions });
    expect(failures).toEqual(["test:named (LOW) resource-1: Topics have a name."]);
    expect(verdicts[0]).toMatchObject({
      outcome: "exception",
      excepted: [{ resource: "resource-1", exception: { reason: "nobody calls it" } }],
    });
    expect(unusedExceptions).not.toContain(exceptions[0]);
  });

  it("names an exception that nothing needs", () => {
    const exceptions = [{ controls: ["test:name"], resources: /-7$/, reason: "nobody calls it" }];
    expect(checkConformance(unnamed, { rules: [rule], exceptions }).unusedExceptions).toContain(exceptions[0]);
  });

  it("does not apply a rule to a stack without subjects, nor to a subject that the rule lets be", () => {
    expect(checkConformance(runOf([]), { rules: [rule] }).totals).toMatchObject({ "not applicable": 2 });
    const exempt = runOf([[TOPIC, { kind: "exempt" }]]);
    expect(checkConformance(exempt, { rules: [rule] }).totals).toMatchObject({ "not applicable": 2 });
  });

  it("passes a stack without subjects when the rule forbids them", () => {
    const forbids: Rule = { ...rule, without: "pass", judge: () => false };
    expect(checkConformance(runOf([]), { rules: [forbids] }).totals).toMatchObject({ pass: 2 });
    expect(checkConformance(unnamed, { rules: [forbids] }).totals).toMatchObject({ fail: 2 });
  });

  it("sees the surroundings of a component and does not judge them", () => {
    expect(checkConformance(unnamed, { rules: [rule], surroundings: /^resource-1$/ }).failures).toEqual([]);
  });

  it("does not judge the stack itself, its providers, and what is about to be deleted", () => {
    const every: Rule = { ...rule, subjects: "every", judge: () => false };
    const run = runOf([
      ["pulumi:pulumi:Stack", {}],
      ["pulumi:providers:aws", {}],
      [TOPIC, {}, { delete: true }],
    ]);
    expect(checkConformance(run, { rules: [every] }).failures).toEqual([]);
  });
});
