import { isUnknown, ProviderError, UNKNOWN } from "@org/offline-engine";
import type {
  CreateRequest,
  CreateResult,
  DeleteRequest,
  FindCreatedRequest,
  PropertyMap,
  PropertyValue,
  ReadRequest,
  ReadResult,
  ResourceRequest,
  UpdateRequest,
  UpdateResult,
} from "@org/offline-engine";
import type { CompiledDefinition } from "./compiled-definition";
import { heldBy } from "./generated-rules";
import { nameKeyOf } from "./object-names";
import { valueAt } from "./property-path";
import { providerConfiguration } from "./provider-configuration";
import { referencesOf, targetsOf } from "./references";
import { ResourceContext } from "./resource-context";
import type { Companion, ResourceDefinition } from "./resource-definition";
import type { RuleBook } from "./rule-book";
import { mergeTags, refuseTags } from "./tags";
import { keyOf } from "./world-object";
import type { WorldObject } from "./world-object";
import type { World } from "./world";

/** The account that objects live in. */
export interface Account {
  readonly world: World;
  readonly accountId: string;
  readonly seed: string;
  /** Region of providers that name none. */
  readonly region: string;
  readonly rules: RuleBook;
  readonly definitionOf: (type: string) => ResourceDefinition | undefined;
}

const TAG_RULE = "aws/tags-legal";

/** Creates, reads, updates and deletes objects of the world, or says why AWS would not. */
export class ObjectLifecycle {
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  /** Where the provider resource works, and the tags a resource ends up with. */
  providerView(request: ResourceRequest, inputs: PropertyMap): { readonly region: string; readonly tagsAll: PropertyValue } {
    const { region, defaultTags } = providerConfiguration(request.config);
    const own = inputs["region"];
    return {
      region: typeof own === "string" && !isUnknown(own) ? own : (region ?? this.#account.region),
      tagsAll: mergeTags(defaultTags, inputs["tags"]),
    };
  }

  create(compiled: CompiledDefinition, request: CreateRequest): CreateResult {
    const context = this.#context(request, request.inputs, request.preview);
    this.#ask(compiled, context);
    if (request.preview) return { id: "", outputs: this.#previewed(compiled, context) };
    const created = compiled.definition.create(context);
    const outputs = { ...this.#known(compiled, context), ...(created.arn === undefined ? {} : { arn: created.arn }), ...created.outputs };
    const object = this.#object(compiled, context, { id: created.id, arn: created.arn, outputs });
    const companions = (created.companions ?? []).map((companion) => companionOf(object, companion));
    this.#account.world.create(object, companions);
    return { id: object.id, outputs };
  }

  read(compiled: CompiledDefinition, request: ReadRequest): ReadResult | undefined {
    const region = regionOf(request.outputs ?? request.inputs) ?? this.providerView(request, {}).region;
    const object = this.#find(request.type, region, request.id);
    if (object === undefined || object.deletionDate !== undefined) return undefined;
    const context = this.#context(request, object.inputs, false, object);
    const inputs = { ...object.inputs };
    // AWS does not give back what may only be written: the state goes on with what it has.
    for (const property of compiled.definition.writeOnly ?? []) {
      const kept = request.inputs?.[property];
      if (kept !== undefined) inputs[property] = kept;
    }
    return { id: object.id, inputs, outputs: { ...object.outputs, ...compiled.definition.observe?.(object, context) } };
  }

  update(compiled: CompiledDefinition, request: UpdateRequest): UpdateResult {
    const region = regionOf(request.oldOutputs) ?? this.providerView(request, request.newInputs).region;
    const object = this.#find(request.type, region, request.id);
    if (object === undefined) throw gone(request);
    const context = this.#context(request, request.newInputs, request.preview, object);
    this.#ask(compiled, context);
    const outputs = { ...kept(compiled, object, request.newInputs), ...this.#known(compiled, context) };
    if (request.preview) {
      const { volatile = [] } = compiled.definition;
      for (const property of typeof volatile === "function" ? volatile(context) : volatile) outputs[property] = UNKNOWN;
      return { outputs };
    }
    Object.assign(outputs, compiled.definition.update?.(context));
    this.#account.world.replace(this.#object(compiled, context, { id: object.id, arn: object.arn, outputs }));
    return { outputs };
  }

  delete(compiled: CompiledDefinition, request: DeleteRequest): void {
    const { world, rules, definitionOf } = this.#account;
    const region = regionOf(request.oldOutputs) ?? this.providerView(request, request.oldInputs).region;
    const object = this.#find(request.type, region, request.id);
    if (object === undefined || object.deletionDate !== undefined) return;
    const context = this.#context(request, object.inputs, false, object);
    for (const rule of compiled.definition.deleteRules ?? []) rules.refuse(rule.id, rule.refuse(object, context), rule.remedy);
    const held = heldBy(object, world.referrersOf(object), definitionOf);
    if (held !== undefined) rules.refuse(held.ruleId, held.refusal, `Delete ${held.holder.id} first, or declare that it depends on ${object.id}.`);
    const { afterDeletion } = compiled.definition;
    const days = compiled.definition.deletionDays?.(object) ?? 0;
    if (afterDeletion !== undefined) world.replace(setBack(object, afterDeletion));
    else if (days === 0) this.#remove(compiled.definition, object);
    else world.replace({ ...object, urn: "", references: [], deletionDate: world.after(days) });
  }

  #remove(definition: ResourceDefinition, object: WorldObject): void {
    const { world } = this.#account;
    world.remove(object);
    const whole = object.owner === undefined ? undefined : world.byKey(object.owner);
    if (definition.remembered !== true || whole === undefined) return;
    world.replace({ ...whole, deletedParts: [...new Set([...(whole.deletedParts ?? []), object.type])] });
  }

  findCreated(request: FindCreatedRequest): ReadResult | undefined {
    const known = new Set(request.knownIds);
    const object = this.#account.world.ofUrn(request.urn).find((found) => found.type === request.type && !known.has(found.id));
    return object === undefined ? undefined : { id: object.id, inputs: object.inputs, outputs: object.outputs };
  }

  #find(type: string, region: string, id: string): WorldObject | undefined {
    const { world } = this.#account;
    return world.get(type, region, id) ?? world.get(type, "", id);
  }

  #context(request: ResourceRequest, inputs: PropertyMap, preview: boolean, object?: WorldObject): ResourceContext {
    const { world, accountId, seed } = this.#account;
    const { region, tagsAll } = this.providerView(request, inputs);
    return new ResourceContext({
      world,
      accountId,
      seed,
      region,
      urn: request.urn,
      type: request.type,
      logicalName: request.name,
      inputs,
      tagsAll: isMap(tagsAll) ? tagsAll : {},
      preview,
      ...(object === undefined ? {} : { object }),
    });
  }

  #ask(compiled: CompiledDefinition, context: ResourceContext): void {
    this.#account.rules.ask(compiled, context);
    if (!compiled.schema.taggable) return;
    this.#account.rules.refuse(TAG_RULE, refuseTags(compiled.service, context.tagsAll), "Change the tags.");
  }

  /** Outputs that follow from the inputs alone. */
  #known(compiled: CompiledDefinition, context: ResourceContext): PropertyMap {
    const outputs = { ...without(context.inputs, compiled.definition.writeOnly), ...compiled.definition.completes?.(context.inputs) };
    if (!compiled.schema.global) outputs["region"] = context.region;
    if (compiled.schema.taggable || isMap(context.inputs["tags"])) outputs["tagsAll"] = context.tagsAll;
    return outputs;
  }

  #previewed(compiled: CompiledDefinition, context: ResourceContext): PropertyMap {
    const known = this.#known(compiled, context);
    const outputs: PropertyMap = {};
    for (const property of [...compiled.schema.outputs, ...compiled.schema.computed]) outputs[property] = UNKNOWN;
    if (isUnknown(context.inputs["tags"])) delete known["tagsAll"];
    return { ...outputs, ...known };
  }

  #object(
    compiled: CompiledDefinition,
    context: ResourceContext,
    made: { readonly id: string; readonly arn: string | undefined; readonly outputs: PropertyMap },
  ): WorldObject {
    const region = compiled.schema.global ? "" : context.region;
    const nameKey = nameKeyOf(compiled.definition, made.outputs, region);
    const owner = ownerOf(compiled.definition, made.outputs, context);
    const deletedParts = context.object?.deletedParts;
    return {
      type: context.type,
      id: made.id,
      region,
      urn: context.urn,
      inputs: without(context.inputs, compiled.definition.writeOnly),
      outputs: made.outputs,
      references: referencesOf(compiled.definition, made.outputs, region),
      ...(made.arn === undefined ? {} : { arn: made.arn }),
      ...(nameKey === undefined ? {} : { nameKey }),
      ...(owner === undefined ? {} : { owner }),
      ...(deletedParts === undefined ? {} : { deletedParts }),
    };
  }
}

/** Key of the object that this one is a part of. */
function ownerOf(definition: ResourceDefinition, outputs: PropertyMap, context: ResourceContext): string | undefined {
  for (const reference of definition.references ?? []) {
    if (reference.within !== true) continue;
    const value = valueAt(outputs, reference.path);
    const found = targetsOf(reference).map((type) => context.find(type, String(value))).find((target) => target !== undefined);
    if (found !== undefined) return keyOf(found);
  }
  return undefined;
}

/** The setting without whoever made it, and with what AWS has then. */
function setBack(object: WorldObject, values: PropertyMap): WorldObject {
  return { ...object, urn: "", inputs: { ...object.inputs, ...values }, outputs: { ...object.outputs, ...values } };
}

function without(values: PropertyMap, properties: readonly string[] = []): PropertyMap {
  const rest = { ...values };
  for (const property of properties) delete rest[property];
  return rest;
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function regionOf(values: PropertyMap | undefined): string | undefined {
  const region = values?.["region"];
  return typeof region === "string" && !isUnknown(region) ? region : undefined;
}

/** What an update leaves as it is: what AWS decided, and inputs that it goes on filling in. */
function kept(compiled: CompiledDefinition, object: WorldObject, news: PropertyMap): PropertyMap {
  const computed = new Set(compiled.schema.computed);
  const outputs: PropertyMap = {};
  for (const [property, value] of Object.entries(object.outputs)) {
    const wasInput = object.inputs[property] !== undefined;
    if (news[property] === undefined && (!wasInput || computed.has(property))) outputs[property] = value;
  }
  return outputs;
}

function companionOf(owner: WorldObject, companion: Companion): WorldObject {
  return { ...companion, region: owner.region, urn: "", inputs: {}, references: [], owner: keyOf(owner) };
}

function gone(request: UpdateRequest): ProviderError {
  return new ProviderError(
    "ResourceNotFound",
    `${request.type} ${request.id} does not exist`,
    "It was deleted outside of this stack: run refresh, and it will be created again.",
  );
}
