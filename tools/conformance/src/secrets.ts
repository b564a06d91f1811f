import type { PropertyValue } from "@org/offline-engine";
import { isMap } from "./is-map";

/** Pulumi's own constants: how its wire form marks a secret. */
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

export function isSecret(value: PropertyValue): boolean {
  return isMap(value) && value[SIGNATURE_KEY] === SECRET_SIGNATURE;
}

/** The value as AWS gets it, with every secret shown. */
export function revealed(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) return value.map(revealed);
  if (!isMap(value)) return value;
  if (isSecret(value)) return revealed(value["value"] ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item)]));
}

/** Texts in a value, those in secrets and those in plain sight apart. */
export function textsIn(value: PropertyValue, inSecret = false): { readonly text: string; readonly inSecret: boolean }[] {
  if (typeof value === "string") return [{ text: value, inSecret }];
  if (typeof value !== "object" || value === null) return [];
  const hidden = inSecret || isSecret(value);
  return Object.values(value).flatMap((item: PropertyValue) => textsIn(item, hidden));
}

/** Texts that are marked secret themselves; of a secret list or map nobody says what in it is the secret. */
export function secretTexts(value: PropertyValue): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isMap(value) && isSecret(value)) return typeof value["value"] === "string" ? [value["value"]] : [];
  return Object.values(value).flatMap((item: PropertyValue) => secretTexts(item));
}
