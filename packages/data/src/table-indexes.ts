import type { ArgumentProblem } from "@org/infra-naming";
import { capacityProblems, type TableCapacity, type Units, unitsOf } from "./table-capacity";
import type { TableKey, TableKeys } from "./table-keys";
import { warmThroughputProblems, type WarmUnits, warmUnits } from "./table-throughput";

/** What an index holds of an item besides the keys: nothing, everything, or 1 to 20 attributes by name. */
export type IndexProjection = "KEYS_ONLY" | "ALL" | { readonly include: readonly string[] };

/** Another way to find items: by other keys. */
export interface GlobalIndex {
  /** The attribute by which items are found. */
  readonly hashKey: TableKey;
  /** The attribute that sorts the items of one hash key. @default none */
  readonly rangeKey?: TableKey;
  /** What the index holds of an item besides the keys: nothing, everything, or 1 to 20 attributes by name. @default "ALL" */
  readonly projection?: IndexProjection;
  /**
   * Capacity of the index, in the table's mode.
   * @default the table's
   */
  readonly capacity?: TableCapacity;
  /**
   * Throughput that the index can take at once: a table writes no faster than its slowest index.
   * @default what DynamoDB gives a new index
   */
  readonly warmThroughput?: WarmUnits;
}

/** Another order of the items of one hash key. It is fixed when the table is created. */
export interface LocalIndex {
  /** The attribute that sorts the items of one hash key here. */
  readonly rangeKey: TableKey;
  /** What the index holds of an item besides the keys: nothing, everything, or 1 to 20 attributes by name. @default "ALL" */
  readonly projection?: IndexProjection;
}

interface Projection {
  readonly projectionType: "KEYS_ONLY" | "ALL" | "INCLUDE";
  readonly nonKeyAttributes?: string[];
}

/** The indexes, in the property names of `aws.dynamodb.Table`. */
export interface PlannedIndexes {
  readonly globalSecondaryIndexes?: ({
    readonly name: string;
    readonly hashKey: string;
    readonly rangeKey?: string;
    readonly warmThroughput?: WarmUnits;
  } & Projection &
    Units)[];
  readonly localSecondaryIndexes?: ({ readonly name: string; readonly rangeKey: string } & Projection)[];
}

function projected(projection: IndexProjection = "ALL"): Projection {
  return typeof projection === "string"
    ? { projectionType: projection }
    : { projectionType: "INCLUDE", nonKeyAttributes: [...projection.include] };
}

export function plannedIndexes({ globalIndexes = {}, localIndexes = {} }: TableKeys, capacity: TableCapacity): PlannedIndexes {
  const globals = Object.entries(globalIndexes).map(([name, index]) => ({
    name,
    hashKey: index.hashKey.name,
    ...(index.rangeKey && { rangeKey: index.rangeKey.name }),
    ...projected(index.projection),
    ...unitsOf(index.capacity ?? capacity),
    ...(index.warmThroughput && { warmThroughput: warmUnits(index.warmThroughput) }),
  }));
  const locals = Object.entries(localIndexes).map(([name, index]) => ({
    name,
    rangeKey: index.rangeKey.name,
    ...projected(index.projection),
  }));
  return {
    ...(globals.length > 0 && { globalSecondaryIndexes: globals }),
    ...(locals.length > 0 && { localSecondaryIndexes: locals }),
  };
}

function projectionProblems(argument: string, projection: IndexProjection | undefined): ArgumentProblem[] {
  if (typeof projection !== "object") return [];
  const { length } = projection.include;
  if (length >= 1 && length <= 20) return [];
  return [
    {
      argument: `${argument}.projection.include`,
      rule: "must name 1 to 20 attributes",
      value: length,
      remedy: 'use "KEYS_ONLY" for none and "ALL" for more',
    },
  ];
}

function globalIndexProblems(name: string, index: GlobalIndex, tableCapacity: TableCapacity): ArgumentProblem[] {
  const argument = `globalIndexes.${name}.capacity`;
  if (index.capacity === undefined) return [];
  if (index.capacity.mode === tableCapacity.mode) return capacityProblems(argument, index.capacity);
  return [
    {
      argument,
      rule: `must be of the table's mode, "${tableCapacity.mode}": a table and its indexes are paid for in one way`,
      value: index.capacity.mode,
      remedy: "leave out the index's capacity, or change its mode",
    },
  ];
}

function limitProblems(argument: string, indexes: object, limit: number): ArgumentProblem[] {
  const number = Object.keys(indexes).length;
  if (number <= limit) return [];
  return [{ argument, rule: `must be at most ${limit} indexes, DynamoDB's limit`, value: number, remedy: "remove indexes" }];
}

/** DynamoDB counts an attribute once for each index that holds it. */
function projectionTotalProblems({ globalIndexes = {}, localIndexes = {} }: TableKeys): ArgumentProblem[] {
  const total = [...Object.values(globalIndexes), ...Object.values(localIndexes)]
    .map(({ projection }) => (typeof projection === "object" ? projection.include.length : 0))
    .reduce((sum, length) => sum + length, 0);
  if (total <= 100) return [];
  return [
    {
      argument: "globalIndexes",
      rule: "must name at most 100 attributes in the projections of all indexes together",
      value: total,
      remedy: 'use "ALL" for the widest of them',
    },
  ];
}

/** What DynamoDB would refuse of the indexes; their keys are looked at with the table's. */
export function indexProblems(keys: TableKeys, capacity: TableCapacity): ArgumentProblem[] {
  const { rangeKey, globalIndexes = {}, localIndexes = {} } = keys;
  const problems = [
    ...limitProblems("globalIndexes", globalIndexes, 20),
    ...limitProblems("localIndexes", localIndexes, 5),
    ...projectionTotalProblems(keys),
  ];
  for (const [argument, indexes] of Object.entries({ globalIndexes, localIndexes })) {
    for (const [name, { projection }] of Object.entries<LocalIndex | GlobalIndex>(indexes)) {
      if (!/^[\w.-]{3,255}$/.test(name)) {
        problems.push({
          argument,
          rule: "must have names of 3 to 255 letters, digits, _, - and .",
          value: name,
          remedy: "use for example by-customer",
        });
      }
      problems.push(...projectionProblems(`${argument}.${name}`, projection));
    }
  }
  for (const [name, index] of Object.entries(globalIndexes)) {
    problems.push(...globalIndexProblems(name, index, capacity));
    problems.push(...warmThroughputProblems(`globalIndexes.${name}.warmThroughput`, index.warmThroughput));
  }
  const twice = Object.keys(localIndexes).filter((name) => Object.hasOwn(globalIndexes, name));
  problems.push(
    ...twice.map((name) => ({
      argument: "localIndexes",
      rule: "must not share names with globalIndexes",
      value: name,
      remedy: "rename one of them",
    })),
  );
  if (rangeKey === undefined && Object.keys(localIndexes).length > 0) {
    problems.push({
      argument: "localIndexes",
      rule: "must belong to a table with a rangeKey: a local index is another order within one hash key",
      value: Object.keys(localIndexes),
      remedy: "give the table a rangeKey, or declare global indexes",
    });
  }
  return problems;
}
