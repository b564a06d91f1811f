import { isUnknown, type PropertyValue } from "@org/offline-engine";

/** What the engine's events have in place of a secret. */
export const SECRET_TEXT = "[secret]";

/** What is shown for a value that is known only after deployment. */
export const COMPUTED_TEXT = "[computed]";

// Events carry no secrets; should one come in Pulumi's wire form all the same, it is not printed.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** Whether this is a secret in Pulumi's wire form. */
function isWireSecret(value: { readonly [key: string]: PropertyValue }): boolean {
  return value[SIGNATURE] === SECRET_SIGNATURE;
}

/** The value without what must not be seen or is not known: fit for JSON. */
export function presentable(value: PropertyValue): PropertyValue {
  if (isUnknown(value)) return COMPUTED_TEXT;
  if (Array.isArray(value)) return value.map(presentable);
  if (typeof value !== "object" || value === null) return value;
  if (isWireSecret(value)) return SECRET_TEXT;
  return Object.fromEntries(Object.entries(value).map(([key, nested]) => [key, presentable(nested)]));
}

/** The value on one line: strings quoted, `[secret]` and `[computed]` not. */
export function formatValue(value: PropertyValue | undefined): string {
  return value === undefined ? "(none)" : formatPresentable(presentable(value));
}

function formatPresentable(value: PropertyValue): string {
  if (value === SECRET_TEXT || value === COMPUTED_TEXT) return value;
  if (Array.isArray(value)) return `[${value.map(formatPresentable).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, nested]) => `${formatKey(key)}: ${formatPresentable(nested)}`).join(", ")} }`;
}

function formatKey(key: string): string {
  return /^[\w$-]+$/.test(key) ? key : JSON.stringify(key);
}
