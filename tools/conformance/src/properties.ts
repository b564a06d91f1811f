import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { isMap } from "./is-map";
import { isSecret } from "./secrets";

/** Reads a part of a resource by dotted paths; a list on the way stands for each of its elements, a secret for its value. */
export class Properties {
  readonly #read: () => PropertyMap;
  #map: PropertyMap | undefined;

  /** The map, or what makes it when it is first read: most rules read few of many resources. */
  constructor(map: PropertyMap | (() => PropertyMap)) {
    this.#read = typeof map === "function" ? map : () => map;
  }

  get map(): PropertyMap {
    this.#map ??= this.#read();
    return this.#map;
  }

  /** Every value at the path; nulls are left out, lists are taken apart. */
  all(path: string): PropertyValue[] {
    let values: PropertyValue[] = [this.map];
    for (const key of path.split(".")) {
      values = values.flatMap((value) => elementsOf(value)).flatMap((value) => (isMap(value) ? [value[key] ?? null] : []));
    }
    return values.flatMap((value) => elementsOf(value)).filter((value) => value !== null);
  }

  /** The parts at the path that have properties of their own. */
  parts(path: string): Properties[] {
    return this.all(path).filter(isMap).map((map) => new Properties(map));
  }

  /** The values at the path as texts. */
  texts(path: string): string[] {
    return this.all(path).map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  }

  /** The first value at the path as text; empty when there is none. */
  text(path: string): string {
    return this.texts(path)[0] ?? "";
  }

  /** The first value at the path as a number; NaN when there is none. */
  number(path: string): number {
    return Number(this.texts(path)[0] ?? Number.NaN);
  }

  /** Whether anything but an empty text stands at the path. */
  has(path: string): boolean {
    return this.all(path).some((value) => value !== "");
  }

  /** Whether the path holds `true`; some inputs of @pulumi/aws are texts that hold "true". */
  isTrue(path: string): boolean {
    return this.text(path) === "true";
  }

  isFalse(path: string): boolean {
    return this.text(path) === "false";
  }
}

function elementsOf(value: PropertyValue): PropertyValue[] {
  if (isMap(value) && isSecret(value)) return elementsOf(value["value"] ?? null);
  return Array.isArray(value) ? value.flatMap((element) => elementsOf(element)) : [value];
}
