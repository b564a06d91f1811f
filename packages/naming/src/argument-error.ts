import { Output, RunError } from "@pulumi/pulumi";

/** One thing that is wrong with the arguments of a call. */
export interface ArgumentProblem {
  /** The argument as the caller wrote it, for example `availabilityZones[1]`. */
  readonly argument: string;
  /** What must hold, worded to follow the argument's name: `must be a /16 to /28 IPv4 block`. */
  readonly rule: string;
  /** The value that was given. It is printed: never pass a secret here. */
  readonly value: unknown;
  /** What to do about it, worded to follow a colon: `use for example 10.0.0.0/16`. */
  readonly remedy: string;
}

const LONGEST_PRINTED_VALUE = 200;

function printed(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  if (Output.isInstance(value)) {
    return "an Output, whose value is only known during the deployment";
  }
  if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol") {
    return String(value);
  }
  if (typeof value === "number") {
    return String(value); // JSON writes NaN and Infinity as null.
  }
  const text = JSON.stringify(value);
  return text.length > LONGEST_PRINTED_VALUE ? `${text.slice(0, LONGEST_PRINTED_VALUE)}...` : text;
}

/**
 * Arguments that break a rule: every problem of the call, each with its remedy.
 *
 * It is a `RunError`, so Pulumi prints the message alone, without a stack trace.
 */
export class ArgumentError extends RunError {
  /** Every problem found, in the order in which they are printed. Never empty. */
  readonly problems: readonly ArgumentProblem[];

  /**
   * @param subject what was called, for example `Network "main"`
   * @param problems at least one problem
   */
  constructor(subject: string, problems: readonly ArgumentProblem[]) {
    const heading = `${subject}: ${problems.length} invalid ${problems.length === 1 ? "argument" : "arguments"}`;
    const lines = problems.map((problem) => {
      return `  - \`${problem.argument}\` ${problem.rule}, got ${printed(problem.value)}: ${problem.remedy}`;
    });
    super([heading, ...lines].join("\n"));
    this.name = "ArgumentError";
    this.problems = problems;
  }
}

/**
 * Does nothing when `problems` is empty.
 *
 * @throws ArgumentError that lists all of them otherwise, so that a caller mends everything in one go.
 */
export function assertNoProblems(subject: string, problems: readonly ArgumentProblem[]): void {
  if (problems.length > 0) {
    throw new ArgumentError(subject, problems);
  }
}
