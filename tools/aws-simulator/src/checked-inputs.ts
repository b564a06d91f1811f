import { createHash } from "node:crypto";
import { containsUnknown, UNKNOWN } from "@org/offline-engine";
import type { CheckFailure, CheckRequest, CheckResult, PropertyMap, PropertyValue } from "@org/offline-engine";
import type { CompiledDefinition } from "./compiled-definition";
import { nameRules } from "./name-rules";
import { nameProperty } from "./object-names";

const AUTO_NAME_DIGITS = 7;

/** What makes a name that Pulumi gives: the world's seed and how often the resource was created. */
export interface AutoNaming {
  readonly seed: string;
  readonly generation: number;
}

/** The inputs with the provider's defaults, and what the provider misses in them. */
export function checkInputs(compiled: CompiledDefinition, request: CheckRequest, naming: AutoNaming): CheckResult {
  const { definition, schema } = compiled;
  const inputs: PropertyMap = { ...definition.defaults };
  for (const [property, value] of Object.entries(request.news)) if (value !== null) inputs[property] = value;
  for (const [property, comparison] of Object.entries(definition.comparisons ?? {})) {
    const document = inputs[property];
    if (comparison === "json" && typeof document === "object") inputs[property] = jsonText(document);
  }
  const property = nameProperty(definition);
  if (property !== undefined && definition.name?.autoName !== false && inputs[property] === undefined && inputs["namePrefix"] === undefined) {
    inputs[property] = autoName(compiled, request, property, naming);
  }
  const failures: CheckFailure[] = [];
  for (const required of schema.required) {
    if (inputs[required] === undefined) failures.push({ property: required, reason: missing(required) });
  }
  return { inputs, failures };
}

/** A document given as an object becomes the text that is sent; one that is not known in full is not known. */
function jsonText(value: PropertyValue): PropertyValue {
  return containsUnknown(value) ? UNKNOWN : JSON.stringify(value);
}

function missing(property: string): string {
  return `Missing required argument. The argument "${property}" is required, but no definition was found`;
}

function autoName(compiled: CompiledDefinition, request: CheckRequest, property: string, naming: AutoNaming): string {
  const old = request.olds?.[property];
  if (typeof old === "string" && isAutoName(compiled, request.name, old)) return old;
  const digits = createHash("sha256")
    .update(`${naming.seed}\0${request.urn}\0${naming.generation}\0name`)
    .digest("hex")
    .slice(0, AUTO_NAME_DIGITS);
  return `${stem(compiled, request.name)}-${digits}`;
}

function stem(compiled: CompiledDefinition, logicalName: string): string {
  const { definition } = compiled;
  const max = nameRules[definition.type]?.max ?? 255;
  const name = `${definition.name?.autoNamePrefix ?? ""}${logicalName}`.slice(0, max - AUTO_NAME_DIGITS - 1);
  return definition.type === "aws:s3/bucket:Bucket" ? name.toLowerCase() : name;
}

/** Whether Pulumi, and not the program, chose the name. */
export function isAutoName(compiled: CompiledDefinition, logicalName: string, name: string): boolean {
  const prefix = `${stem(compiled, logicalName)}-`;
  return name.startsWith(prefix) && /^[0-9a-f]{7}$/.test(name.slice(prefix.length));
}
