import { isUnknown } from "@org/offline-engine";
import { parseArn } from "./arn";
import { modelValidationMessage, nameRules } from "./name-rules";
import { nameKey, nameKeyOf, nameProperty, serviceOf } from "./object-names";
import { valuesAt } from "./property-path";
import { targetsOf } from "./references";
import type { ResourceContext } from "./resource-context";
import type { Reference, ResourceDefinition } from "./resource-definition";
import type { Refusal, Rule } from "./rule";
import { keyOf } from "./world-object";
import type { WorldObject } from "./world-object";

/** `aws:ec2/securityGroup:SecurityGroup` -> `ec2/security-group`, where the ids of its rules begin. */
export function rulePrefix(type: string): string {
  const name = type.slice(type.indexOf("/") + 1).split(":")[0] ?? type;
  return `${serviceOf(type)}/${kebab(name)}`;
}

function kebab(text: string): string {
  return text
    .replaceAll("[]", "")
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Id of the refusal to delete what a reference names. */
export function holdRuleId(holderType: string, reference: Reference): string {
  return `${rulePrefix(holderType)}-${kebab(reference.path)}-holds`;
}

/** The rules that follow from a definition's name and references. */
export function generatedRules(definition: ResourceDefinition): Rule[] {
  const rules = [legalName(definition), freeName(definition)];
  for (const reference of definition.references ?? []) rules.push(existence(definition, reference));
  return rules.filter((rule) => rule !== undefined);
}

function legalName(definition: ResourceDefinition): Rule | undefined {
  const rule = nameRules[definition.type];
  if (rule === undefined) return undefined;
  const property = rule.property ?? "name";
  return {
    id: `${rulePrefix(definition.type)}-name-legal`,
    source: "the API models of boto/botocore",
    cause: `${property} may have 1 to ${rule.max} characters: ${rule.legal}.`,
    remedy: `Use a ${property} of at most ${rule.max} characters: ${rule.legal}.`,
    reads: [property],
    refuse(context) {
      const name = context.text(property);
      if (name === undefined || ([...name].length <= rule.max && rule.pattern.test(name))) return undefined;
      return { code: rule.code, message: rule.message?.(name) ?? modelValidationMessage(rule, property, name) };
    },
  };
}

function freeName(definition: ResourceDefinition): Rule | undefined {
  const taken = definition.name?.taken;
  const property = nameProperty(definition);
  if (taken === undefined || property === undefined) return undefined;
  const scope = definition.name?.scope;
  return {
    id: `${rulePrefix(definition.type)}-name-free`,
    source: "the error list of the service's create operation",
    cause: `Another ${definition.type} has the same ${property}.`,
    remedy: `Choose another ${property}, or delete what has it. A replacement meets the old resource: let its ${property} change with it, or set deleteBeforeReplace.`,
    reads: typeof scope === "object" ? [property, scope.within] : [property],
    refuse(context) {
      const key = nameKeyOf(definition, context.inputs, context.region);
      if (key === undefined) return undefined;
      const self = context.object === undefined ? undefined : keyOf(context.object);
      const holder = context
        .named(key)
        // A preview cannot know whether the old resource of a replacement goes first.
        .find((object) => keyOf(object) !== self && !(context.preview && object.urn === context.urn));
      return holder === undefined ? undefined : taken(context.text(property) ?? "", holder, context);
    },
  };
}

// Forms that only AWS gives out: what has one and is not there now will not be there after the preview either.
const drawnByAws = /^[a-z]+-[0-9a-f]{8,17}$|[0-9a-f]{16}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/;

function existence(definition: ResourceDefinition, reference: Reference): Rule | undefined {
  const { notFound, path } = reference;
  if (notFound === undefined) return undefined;
  const types = targetsOf(reference);
  return {
    id: `${rulePrefix(definition.type)}-${kebab(path)}-exists`,
    source: "the error list of the service's create operation",
    cause: `${path} has to name an existing ${types.join(" or ")} of the same region and account.`,
    remedy: `Pass the id or ARN that the resource gives out (an output of ${types.join(" or ")}), in the same region.`,
    // A list may be known in part: each value is looked at by itself.
    reads: [],
    refuse(context) {
      for (const { value } of valuesAt(context.inputs, path)) {
        if (typeof value !== "string" || value === "" || isForeign(value, context)) continue;
        if (context.preview && !drawnByAws.test(value)) continue;
        const refusal = types.some((type) => names(context, reference, type, value)) ? undefined : notFound(value, context);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
  };
}

function names(context: ResourceContext, reference: Reference, type: string, value: string): boolean {
  if (reference.byName !== true) return context.find(type, value) !== undefined;
  return context.named(nameKey(type, context.region, value)).length + context.named(nameKey(type, "", value)).length > 0;
}

/** Of another account, of which the simulator knows nothing; or no value at all. */
function isForeign(value: string, context: ResourceContext): boolean {
  if (isUnknown(value)) return true;
  const arn = parseArn(value);
  return arn !== undefined && arn.accountId !== "" && arn.accountId !== context.accountId;
}

/** Why an object cannot be deleted: the answer of the first reference that holds it. */
export function heldBy(
  target: WorldObject,
  holders: readonly WorldObject[],
  definitionOf: (type: string) => ResourceDefinition | undefined,
): { readonly ruleId: string; readonly refusal: Refusal; readonly holder: WorldObject } | undefined {
  const values = new Set([target.id, target.arn ?? target.id]);
  for (const holder of holders) {
    // What lives and dies with the target, or is on its way out, does not hold it.
    if (holder.owner === keyOf(target) || holder.deletionDate !== undefined) continue;
    for (const reference of definitionOf(holder.type)?.references ?? []) {
      if (reference.holds === undefined || !targetsOf(reference).includes(target.type)) continue;
      const names = valuesAt(holder.outputs, reference.path).some(
        ({ value }) => typeof value === "string" && (values.has(value) || reference.byName === true),
      );
      const refusal = names ? reference.holds(target, holder) : undefined;
      if (refusal !== undefined) {
        return { ruleId: holdRuleId(holder.type, reference), refusal, holder };
      }
    }
  }
  return undefined;
}
