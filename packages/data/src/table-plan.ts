import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { dataProtection, type Profile } from "./profile";

/** A key attribute: its name and DynamoDB type (`S` string, `N` number, `B` binary). */
export interface TableKey {
  readonly name: string;
  readonly type: "S" | "N" | "B";
}

/**
 * How a table's throughput is paid for: units reserved per second (one read unit is one strongly consistent read of
 * up to 4 KB, one write unit one write of up to 1 KB), or each request by itself.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html
 */
export type TableCapacity =
  | { readonly mode: "provisioned"; readonly read: number; readonly write: number }
  | { readonly mode: "onDemand" };

/** The plain arguments that decide what a `Table` creates. */
export interface TablePlanArgs {
  readonly hashKey: TableKey;
  readonly rangeKey?: TableKey;
  readonly capacity: TableCapacity;
  readonly profile?: Profile;
}

/** The plan, in the property names of `aws.dynamodb.Table`. */
export interface TablePlan {
  readonly hashKey: string;
  readonly rangeKey?: string;
  readonly attributes: { name: string; type: string }[];
  readonly throughput:
    | { readonly billingMode: "PROVISIONED"; readonly readCapacity: number; readonly writeCapacity: number }
    | { readonly billingMode: "PAY_PER_REQUEST" };
  readonly deletionProtection: boolean;
}

function keyProblems(argument: string, key: TableKey): ArgumentProblem[] {
  if (key.name.length >= 1 && key.name.length <= 255) return [];
  return [
    {
      argument: `${argument}.name`,
      rule: "must be 1 to 255 characters long",
      value: key.name,
      remedy: "name the attribute that items are found by, for example id",
    },
  ];
}

function unitProblems(argument: string, units: number): ArgumentProblem[] {
  if (Number.isInteger(units) && units >= 1) return [];
  return [
    {
      argument,
      rule: "must be a whole number of units, at least 1",
      value: units,
      remedy: 'use for example 5, or capacity { mode: "onDemand" }',
    },
  ];
}

/** @throws ArgumentError when a key has no legal name, both keys are one attribute, or a unit is not a positive whole number */
export function planTable(name: string, args: TablePlanArgs): TablePlan {
  const { hashKey, rangeKey, capacity, profile = "production" } = args;
  const problems = [...keyProblems("hashKey", hashKey), ...(rangeKey ? keyProblems("rangeKey", rangeKey) : [])];
  if (rangeKey && rangeKey.name === hashKey.name) {
    problems.push({
      argument: "rangeKey.name",
      rule: "must be another attribute than the hash key",
      value: rangeKey.name,
      remedy: "leave out rangeKey, or name the attribute that sorts the items of one hash key",
    });
  }
  if (capacity.mode === "provisioned") {
    problems.push(...unitProblems("capacity.read", capacity.read), ...unitProblems("capacity.write", capacity.write));
  }
  assertNoProblems(`Table "${name}"`, problems);
  return {
    hashKey: hashKey.name,
    rangeKey: rangeKey?.name,
    attributes: [hashKey, ...(rangeKey ? [rangeKey] : [])].map((key) => ({ name: key.name, type: key.type })),
    throughput:
      capacity.mode === "provisioned"
        ? { billingMode: "PROVISIONED", readCapacity: capacity.read, writeCapacity: capacity.write }
        : { billingMode: "PAY_PER_REQUEST" },
    deletionProtection: dataProtection[profile].deletionProtection,
  };
}
