import type { PassphraseSecrets } from "./passphrase-secrets";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import type { PropertyMap, PropertyValue } from "./provider";
import { containsSecret } from "./secret-values";

/** Turns secrets of the wire form into those of a checkpoint: `{ [signature], ciphertext }`. */
export function sealMap(map: PropertyMap, secrets: PassphraseSecrets, place: string): PropertyMap {
  return containsSecret(map) ? (seal(map, place, (text, at) => secrets.seal(text, at)) as PropertyMap) : map;
}

/** Turns secrets of a checkpoint into those of the wire form: `{ [signature], value }`. */
export function unsealMap(map: PropertyMap, secrets: PassphraseSecrets, place: string): PropertyMap {
  return containsSecret(map) ? (unseal(map, place, (text, at) => secrets.unseal(text, at)) as PropertyMap) : map;
}

type Crypt = (text: string, place: string) => string;

/** A secret within a secret is not encrypted again: its "ciphertext" is its plain text, as Pulumi writes it. */
const nested: Crypt = (text) => text;

function seal(value: PropertyValue, place: string, encrypt: Crypt): PropertyValue {
  if (!isCompound(value)) return value;
  if (!isSecretMap(value)) return mapValues(value, place, (element, at) => seal(element, at, encrypt));
  const plaintext = JSON.stringify(seal(value["value"] ?? null, place, nested));
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, ciphertext: encrypt(plaintext, place) };
}

function unseal(value: PropertyValue, place: string, decrypt: Crypt): PropertyValue {
  if (!isCompound(value)) return value;
  if (!isSecretMap(value)) return mapValues(value, place, (element, at) => unseal(element, at, decrypt));
  const { ciphertext, plaintext } = value;
  // `pulumi stack export --show-secrets` writes the plain text, and `import` accepts it.
  const text = typeof ciphertext === "string" ? decrypt(ciphertext, place) : String(plaintext ?? "null");
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value: unseal(JSON.parse(text) as PropertyValue, place, nested) };
}

type Compound = PropertyValue[] | PropertyMap;

function isCompound(value: PropertyValue): value is Compound {
  return typeof value === "object" && value !== null;
}

function isSecretMap(value: Compound): value is PropertyMap {
  return !Array.isArray(value) && value[SIGNATURE_KEY] === SECRET_SIGNATURE;
}

function mapValues(
  value: Compound,
  place: string,
  change: (element: PropertyValue, place: string) => PropertyValue,
): PropertyValue {
  if (Array.isArray(value)) return value.map((element, index) => change(element, `${place}[${index}]`));
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, change(element, `${place}.${key}`)]));
}
