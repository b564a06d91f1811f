import * as pulumi from "@pulumi/pulumi";
import { ArgumentError, assertNoProblems, type ArgumentProblem } from "./argument-error";

const cidrProblem: ArgumentProblem = {
  argument: "cidrBlock",
  rule: "must be a /16 to /28 IPv4 block",
  value: "10.0.0.0/8",
  remedy: "use for example 10.0.0.0/16",
};

function printedValue(value: unknown): string {
  const message = new ArgumentError("Thing", [{ argument: "a", rule: "must be b", value, remedy: "use b" }]).message;
  return /, got (.*): use b$/.exec(message)?.[1] ?? message;
}

describe("ArgumentError", () => {
  it("prints argument, rule, value and remedy of one problem", () => {
    expect(new ArgumentError("Network", [cidrProblem]).message).toBe(
      [
        "Network: 1 invalid argument",
        '  - `cidrBlock` must be a /16 to /28 IPv4 block, got "10.0.0.0/8": use for example 10.0.0.0/16',
      ].join("\n"),
    );
  });

  it("prints all problems of one call, in their order", () => {
    const natProblem = { argument: "natGateways", rule: "must be a mode", value: 3, remedy: 'use "none"' };
    const error = new ArgumentError("Network", [cidrProblem, natProblem]);
    expect(error.message.split("\n")).toEqual([
      "Network: 2 invalid arguments",
      '  - `cidrBlock` must be a /16 to /28 IPv4 block, got "10.0.0.0/8": use for example 10.0.0.0/16',
      '  - `natGateways` must be a mode, got 3: use "none"',
    ]);
    expect(error.problems).toEqual([cidrProblem, natProblem]);
  });

  it("is an error that Pulumi prints without a stack trace", () => {
    const error = new ArgumentError("Network", [cidrProblem]);
    expect(pulumi.RunError.isInstance(error)).toBe(true);
    expect(error).toBeInstanceOf(ArgumentError);
    expect(error.name).toBe("ArgumentError");
  });

  it.each([
    ["a missing value", undefined, "nothing"],
    ["null", null, "null"],
    ["a list", ["us-east-1a", 2], '["us-east-1a",2]'],
    ["a number", 1.5, "1.5"],
    ["a number that JSON cannot write", Number.NaN, "NaN"],
    ["a bigint, which JSON refuses", 5n, "5"],
    ["a symbol", Symbol("a"), "Symbol(a)"],
    ["an Output", pulumi.output("a"), "an Output, whose value is only known during the deployment"],
    ["a long text, of which the start", "x".repeat(300), `"${"x".repeat(199)}...`],
  ])("prints %s", (_title, value, expected) => {
    expect(printedValue(value)).toBe(expected);
  });
});

describe("assertNoProblems", () => {
  it("does nothing without problems", () => {
    expect(assertNoProblems("Network", [])).toBeUndefined();
  });

  it("throws one error for all problems", () => {
    expect(() => assertNoProblems("Network", [cidrProblem])).toThrow(new ArgumentError("Network", [cidrProblem]));
  });
});
