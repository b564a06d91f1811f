import { RESOURCE_SIGNATURE, SECRET_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import { type PropertyMap, type PropertyValue, UNKNOWN } from "./provider";

/** A secret in Pulumi's wire form. */
export function secretOf(value: PropertyValue): PropertyMap {
  return isSecret(value) ? value : { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

export function isSecret(value: PropertyValue | undefined): value is PropertyMap {
  return isMap(value) && value[SIGNATURE_KEY] === SECRET_SIGNATURE;
}

export function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether the value is, or contains, a secret. */
export function containsSecret(value: PropertyValue | undefined): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(containsSecret);
  return value[SIGNATURE_KEY] === SECRET_SIGNATURE || Object.values(value).some(containsSecret);
}

/** The value with every secret replaced by what it hides; values without secrets are returned as they are, not copied. */
export function revealSecrets(value: PropertyValue): PropertyValue {
  return rewrite(value, (map) => (map[SIGNATURE_KEY] === SECRET_SIGNATURE ? revealSecrets(map["value"] ?? null) : undefined));
}

/**
 * What a provider sees of a value: secrets revealed, and a reference to a resource replaced by its id (or its URN when
 * it has none), since providers know no other resources.
 */
export function toProviderMap(map: PropertyMap): PropertyMap {
  return toProviderValue(map) as PropertyMap;
}

function toProviderValue(value: PropertyValue): PropertyValue {
  return rewrite(value, (map) => {
    const signature = map[SIGNATURE_KEY];
    if (signature === SECRET_SIGNATURE) return toProviderValue(map["value"] ?? null);
    if (signature !== RESOURCE_SIGNATURE) return undefined;
    const id = map["id"];
    if (id === undefined) return map["urn"] ?? null;
    return id === "" ? UNKNOWN : id;
  });
}

/** The value with every secret replaced by the text `[secret]`. */
export function maskSecrets(value: PropertyValue): PropertyValue {
  return rewrite(value, (map) => (map[SIGNATURE_KEY] === SECRET_SIGNATURE ? "[secret]" : undefined));
}

/**
 * Marks in `values`, which a provider gave and which therefore carry no marks, what was secret in `model`.
 * Returns `values` itself when nothing is secret.
 */
export function markSecretsLike(values: PropertyMap, model: PropertyMap): PropertyMap {
  if (!containsSecret(model)) return values;
  return markLike(values, model) as PropertyMap;
}

function markLike(value: PropertyValue, model: PropertyValue | undefined): PropertyValue {
  if (model === undefined || isSecret(value)) return value;
  if (isSecret(model)) return secretOf(value);
  if (Array.isArray(value) && Array.isArray(model)) {
    // The provider may have reordered the list: then no single element can be told to be the secret one.
    if (value.length !== model.length) return containsSecret(model) ? secretOf(value) : value;
    return value.map((element, index) => markLike(element, model[index]));
  }
  if (isMap(value) && isMap(model)) {
    const marked: PropertyMap = {};
    for (const key of Object.keys(value)) marked[key] = markLike(value[key] ?? null, model[key]);
    return marked;
  }
  return value;
}

/** Marks the named top-level properties as secret. */
export function markSecretKeys(values: PropertyMap, keys: readonly string[]): PropertyMap {
  const present = keys.filter((key) => values[key] !== undefined && !isSecret(values[key]));
  if (present.length === 0) return values;
  const marked = { ...values };
  for (const key of present) marked[key] = secretOf(values[key] ?? null);
  return marked;
}

/** Every text that a secret in the value hides; short ones are left out, since masking them would hide plain words. */
export function secretTexts(value: PropertyValue | undefined, into: Set<string>, inSecret = false): void {
  if (typeof value === "string") {
    if (inSecret && value.length >= 4 && value !== UNKNOWN) into.add(value);
  } else if (Array.isArray(value)) {
    for (const element of value) secretTexts(element, into, inSecret);
  } else if (isMap(value)) {
    const secret = value[SIGNATURE_KEY] === SECRET_SIGNATURE;
    if (secret) secretTexts(value["value"], into, true);
    else for (const key of Object.keys(value)) secretTexts(value[key], into, inSecret);
  }
}

/** Rebuilds a value, asking `replace` at every map; shares what does not change. */
function rewrite(value: PropertyValue, replace: (map: PropertyMap) => PropertyValue | undefined): PropertyValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    let changed: PropertyValue[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const old = value[index] ?? null;
      const now = rewrite(old, replace);
      if (now !== old) (changed ??= value.slice())[index] = now;
    }
    return changed ?? value;
  }
  if (SIGNATURE_KEY in value) {
    const replaced = replace(value);
    if (replaced !== undefined) return replaced;
  }
  let changed: PropertyMap | undefined;
  for (const key in value) {
    const old = value[key] ?? null;
    const now = rewrite(old, replace);
    if (now !== old) (changed ??= { ...value })[key] = now;
  }
  return changed ?? value;
}
