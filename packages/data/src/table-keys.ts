import type { ArgumentProblem } from "@org/infra-naming";
import type { GlobalIndex, LocalIndex } from "./table-indexes";

/** A key attribute: its name and DynamoDB type (`S` string, `N` number, `B` binary). */
export interface TableKey {
  readonly name: string;
  readonly type: "S" | "N" | "B";
}

/** The keys of a table and its indexes, by the names of the indexes. */
export interface TableKeys {
  readonly hashKey: TableKey;
  readonly rangeKey?: TableKey;
  readonly globalIndexes?: Readonly<Record<string, GlobalIndex>>;
  readonly localIndexes?: Readonly<Record<string, LocalIndex>>;
}

/** A key, and the argument that declares it: `hashKey`, `globalIndexes.by-date.rangeKey`. */
type DeclaredKey = readonly [argument: string, key: TableKey];

/** The keys of one table or index, which may have no hash key of its own. */
interface KeyPair {
  readonly hashKey?: TableKey;
  readonly rangeKey?: TableKey;
}

/** The table and its indexes, each with what its arguments begin with; the table first. */
function keyPairs({ hashKey, rangeKey, globalIndexes = {}, localIndexes = {} }: TableKeys): [string, KeyPair][] {
  const global = Object.entries(globalIndexes).map(([name, index]): [string, KeyPair] => [`globalIndexes.${name}.`, index]);
  const local = Object.entries(localIndexes).map(([name, index]): [string, KeyPair] => [`localIndexes.${name}.`, index]);
  return [["", { hashKey, rangeKey }], ...global, ...local];
}

function declaredKeys(keys: TableKeys): DeclaredKey[] {
  return keyPairs(keys).flatMap(([place, { hashKey, rangeKey }]): DeclaredKey[] => [
    ...(hashKey ? [[`${place}hashKey`, hashKey] as const] : []),
    ...(rangeKey ? [[`${place}rangeKey`, rangeKey] as const] : []),
  ]);
}

/** Exactly the attributes that keys use, as DynamoDB wants them defined: each once, in the order of declaration. */
export function keyAttributes(keys: TableKeys): { name: string; type: string }[] {
  const types = new Map(declaredKeys(keys).map(([, { name, type }]) => [name, type]));
  return [...types].map(([name, type]) => ({ name, type }));
}

function nameProblems([argument, { name }]: DeclaredKey): ArgumentProblem[] {
  if (name.length >= 1 && name.length <= 255) return [];
  return [
    {
      argument: `${argument}.name`,
      rule: "must be 1 to 255 characters long",
      value: name,
      remedy: "name the attribute that items are found by, for example id",
    },
  ];
}

function typeProblems(declared: readonly DeclaredKey[]): ArgumentProblem[] {
  return declared.flatMap(([argument, { name, type }]) => {
    const first = declared.find(([, key]) => key.name === name)?.[1].type;
    if (first === type) return [];
    return [
      {
        argument: `${argument}.type`,
        rule: `must be "${first}", the type that "${name}" is declared with before`,
        value: type,
        remedy: "use one type for the attribute, or name another attribute",
      },
    ];
  });
}

function pairProblems([place, { hashKey, rangeKey }]: [string, KeyPair]): ArgumentProblem[] {
  if (rangeKey === undefined || rangeKey.name !== hashKey?.name) return [];
  return [
    {
      argument: `${place}rangeKey.name`,
      rule: "must be another attribute than the hash key",
      value: rangeKey.name,
      remedy: "leave out rangeKey, or name the attribute that sorts the items of one hash key",
    },
  ];
}

/** What DynamoDB would refuse of the keys of a table and its indexes. */
export function keyProblems(keys: TableKeys): ArgumentProblem[] {
  const declared = declaredKeys(keys);
  return [...declared.flatMap(nameProblems), ...keyPairs(keys).flatMap(pairProblems), ...typeProblems(declared)];
}
