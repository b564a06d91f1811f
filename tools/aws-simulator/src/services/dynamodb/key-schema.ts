import type { PropertyMap } from "@org/offline-engine";
import { valuesAt } from "../../property-path";

/** A secondary index of a table, as far as its keys go. */
export interface IndexKeys {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The attributes a table's inputs define, and those that its keys and indexes use. */
export interface KeySchema {
  readonly tableKeys: readonly string[];
  readonly localIndexes: readonly IndexKeys[];
  readonly globalIndexes: readonly IndexKeys[];
  readonly defined: readonly string[];
}

/** Reads the keys out of a table's inputs. */
export function keySchemaOf(inputs: PropertyMap): KeySchema {
  const hashKey = textsOf(inputs, "hashKey");
  return {
    tableKeys: [...hashKey, ...textsOf(inputs, "rangeKey")],
    localIndexes: objectsOf(inputs, "localSecondaryIndexes[]").map((index) => ({
      name: String(index["name"]),
      keys: [...hashKey, ...textsOf(index, "rangeKey")],
    })),
    globalIndexes: objectsOf(inputs, "globalSecondaryIndexes[]").map((index) => ({
      name: String(index["name"]),
      keys: [...textsOf(index, "hashKey"), ...textsOf(index, "rangeKey"), ...textsOf(index, "keySchemas[].attributeName")],
    })),
    defined: textsOf(inputs, "attributes[].name"),
  };
}

/** Texts at a path. */
export function textsOf(inputs: PropertyMap, path: string): string[] {
  return valuesAt(inputs, path).flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : []));
}

/** Objects at a path. */
export function objectsOf(inputs: PropertyMap, path: string): PropertyMap[] {
  return valuesAt(inputs, path).flatMap(({ value }) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? [value] : [],
  );
}
