import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { Value } from "google-protobuf/google/protobuf/struct_pb";
import { aliasOf, timeoutsOf } from "./request-goals";
import type { AliasGoal, ResourceGoal } from "./resource-goal";
import type { CustomTimeouts } from "./resource-state";
import { valueFromWire } from "./wire-values";

/** The options of a goal as a transform gets them. */
export function optionsOfGoal(goal: ResourceGoal): TransformResourceOptions {
  const options = new TransformResourceOptions();
  options.setDependsOnList([...goal.dependencies]);
  if (goal.protect !== undefined) options.setProtect(goal.protect);
  options.setIgnoreChangesList([...goal.ignoreChanges]);
  options.setReplaceOnChangesList([...goal.replaceOnChanges]);
  options.setVersion(goal.version);
  options.setAliasesList(goal.aliases.map(aliasMessage));
  options.setProvider(goal.provider ?? "");
  if (goal.customTimeouts !== undefined) options.setCustomTimeouts(timeoutsMessage(goal.customTimeouts));
  options.setPluginDownloadUrl(goal.pluginDownloadUrl);
  if (goal.retainOnDelete !== undefined) options.setRetainOnDelete(goal.retainOnDelete);
  options.setDeletedWith(goal.deletedWith ?? "");
  if (goal.deleteBeforeReplace !== undefined) options.setDeleteBeforeReplace(goal.deleteBeforeReplace);
  options.setAdditionalSecretOutputsList([...goal.additionalSecretOutputs]);
  for (const [name, reference] of Object.entries(goal.providers)) options.getProvidersMap().set(name, reference);
  options.setImport(goal.importId ?? "");
  options.setHideDiffList([...goal.hideDiff]);
  options.setReplaceWithList([...goal.replaceWith]);
  if (goal.replacementTrigger !== undefined) {
    options.setReplacementTrigger(Value.fromJavaScript(goal.replacementTrigger));
  }
  return options;
}

/** The goal with the options that a transform gave back: what it left out is not set any more. */
export function goalWithOptions(goal: ResourceGoal, options: TransformResourceOptions): ResourceGoal {
  const providers: Record<string, string> = {};
  options.getProvidersMap().forEach((reference, name) => {
    providers[name] = reference;
  });
  const provider = options.getProvider();
  const deletedWith = options.getDeletedWith();
  const importId = options.getImport();
  const trigger = options.getReplacementTrigger();
  const customTimeouts = timeoutsOf(options.getCustomTimeouts());
  const { type, name, custom, parent, inputs, propertyDependencies, transforms, sourcePosition } = goal;
  return {
    type,
    name,
    custom,
    ...(parent !== undefined && { parent }),
    inputs,
    propertyDependencies,
    transforms,
    ...(sourcePosition !== undefined && { sourcePosition }),
    ...(provider !== "" && { provider }),
    providers,
    dependencies: options.getDependsOnList(),
    ...(options.hasProtect() && { protect: options.getProtect() === true }),
    ...(options.hasRetainOnDelete() && { retainOnDelete: options.getRetainOnDelete() === true }),
    ...(deletedWith !== "" && { deletedWith }),
    replaceWith: options.getReplaceWithList(),
    ...(trigger !== undefined && { replacementTrigger: valueFromWire(trigger) }),
    ignoreChanges: options.getIgnoreChangesList(),
    replaceOnChanges: options.getReplaceOnChangesList(),
    hideDiff: options.getHideDiffList(),
    ...(options.hasDeleteBeforeReplace() && { deleteBeforeReplace: options.getDeleteBeforeReplace() === true }),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    aliases: options.getAliasesList().map(aliasOf),
    ...(importId !== "" && { importId }),
    ...(customTimeouts !== undefined && { customTimeouts }),
    version: options.getVersion(),
    pluginDownloadUrl: options.getPluginDownloadUrl(),
  };
}

function aliasMessage(alias: AliasGoal): Alias {
  const message = new Alias();
  if (alias.urn !== undefined) {
    message.setUrn(alias.urn);
    return message;
  }
  const spec = new Alias.Spec();
  spec.setName(alias.name ?? "");
  spec.setType(alias.type ?? "");
  spec.setStack(alias.stack ?? "");
  spec.setProject(alias.project ?? "");
  if (alias.noParent === true) spec.setNoparent(true);
  else if (alias.parent !== undefined) spec.setParenturn(alias.parent);
  message.setSpec(spec);
  return message;
}

function timeoutsMessage(timeouts: CustomTimeouts): RegisterResourceRequest.CustomTimeouts {
  const text = (seconds: number | undefined): string => (seconds === undefined ? "" : `${seconds}s`);
  const message = new RegisterResourceRequest.CustomTimeouts();
  message.setCreate(text(timeouts.create));
  message.setUpdate(text(timeouts.update));
  message.setDelete(text(timeouts.delete));
  message.setRead(text(timeouts.read));
  return message;
}
