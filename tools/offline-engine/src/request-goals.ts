import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";
import { durationSeconds } from "./duration";
import type { AliasGoal, ReadGoal, ResourceGoal } from "./resource-goal";
import type { CustomTimeouts } from "./resource-state";
import { mapFromStruct, valueFromWire } from "./wire-values";

/**
 * What the program wants, out of the request by which it says so.
 * @param projectUrl file URL of the project's folder, ending in `/`: source positions are told relative to it
 */
export function goalFromRequest(request: RegisterResourceRequest, projectUrl?: string): ResourceGoal {
  const parent = request.getParent();
  const provider = request.getProvider();
  const deletedWith = request.getDeletedwith();
  const importId = request.getImportid();
  const trigger = request.getReplacementTrigger();
  const customTimeouts = timeoutsOf(request.getCustomtimeouts());
  const sourcePosition = positionOf(request.getSourceposition(), projectUrl);
  return {
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    ...(parent !== "" && { parent }),
    inputs: mapFromStruct(request.getObject()),
    ...(provider !== "" && { provider }),
    providers: providersOf(request),
    dependencies: request.getDependenciesList(),
    propertyDependencies: propertyDependenciesOf(request),
    ...(request.hasProtect() && { protect: request.getProtect() === true }),
    ...(request.hasRetainondelete() && { retainOnDelete: request.getRetainondelete() === true }),
    ...(deletedWith !== "" && { deletedWith }),
    replaceWith: request.getReplaceWithList(),
    ...(trigger !== undefined && { replacementTrigger: valueFromWire(trigger) }),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    hideDiff: request.getHidediffsList(),
    ...(request.getDeletebeforereplacedefined() && { deleteBeforeReplace: request.getDeletebeforereplace() }),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    aliases: [...request.getAliasesList().map(aliasOf), ...request.getAliasurnsList().map((urn) => ({ urn }))],
    ...(importId !== "" && { importId }),
    ...(customTimeouts !== undefined && { customTimeouts }),
    version: request.getVersion(),
    pluginDownloadUrl: request.getPlugindownloadurl(),
    transforms: request
      .getTransformsList()
      .map((callback) => ({ target: callback.getTarget(), token: callback.getToken() })),
    ...(sourcePosition !== undefined && { sourcePosition }),
  };
}

export function readGoalFromRequest(request: ReadResourceRequest, projectUrl?: string): ReadGoal {
  const parent = request.getParent();
  const provider = request.getProvider();
  const sourcePosition = positionOf(request.getSourceposition(), projectUrl);
  return {
    type: request.getType(),
    name: request.getName(),
    id: request.getId(),
    ...(parent !== "" && { parent }),
    inputs: mapFromStruct(request.getProperties()),
    ...(provider !== "" && { provider }),
    dependencies: request.getDependenciesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    version: request.getVersion(),
    pluginDownloadUrl: request.getPlugindownloadurl(),
    ...(sourcePosition !== undefined && { sourcePosition }),
  };
}

export function aliasOf(alias: Alias): AliasGoal {
  const spec = alias.getSpec();
  if (spec === undefined) return { urn: alias.getUrn() };
  // On the wire, what the program did not say is the empty text.
  const said = <K extends string>(key: K, text: string): { [key in K]?: string } =>
    text === "" ? {} : ({ [key]: text } as { [key in K]: string });
  return {
    ...said("name", spec.getName()),
    ...said("type", spec.getType()),
    ...said("stack", spec.getStack()),
    ...said("project", spec.getProject()),
    ...said("parent", spec.getParenturn()),
    ...(spec.getNoparent() && { noParent: true }),
  };
}

/** Undefined when the program set none. */
export function timeoutsOf(
  timeouts: RegisterResourceRequest.CustomTimeouts | undefined,
): CustomTimeouts | undefined {
  if (timeouts === undefined) return undefined;
  const texts = {
    create: timeouts.getCreate(),
    update: timeouts.getUpdate(),
    delete: timeouts.getDelete(),
    read: timeouts.getRead(),
  };
  const entries = Object.entries(texts).filter(([, text]) => text !== "");
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([key, text]) => [key, durationSeconds(text)]));
}

/** As Pulumi keeps it: `project:///` is the project's folder, and what lies outside of it is not told. */
function positionOf(position: SourcePosition | undefined, projectUrl: string | undefined): string | undefined {
  const uri = position?.getUri() ?? "";
  if (position === undefined || uri === "") return undefined;
  const place = `#${position.getLine()},${position.getColumn()}`;
  if (projectUrl === undefined) return uri + place;
  return uri.startsWith(projectUrl) ? `project:///${uri.slice(projectUrl.length)}${place}` : undefined;
}

function providersOf(request: RegisterResourceRequest): Record<string, string> {
  const providers: Record<string, string> = {};
  request.getProvidersMap().forEach((reference, packageName) => {
    providers[packageName] = reference;
  });
  return providers;
}

function propertyDependenciesOf(request: RegisterResourceRequest): Record<string, readonly string[]> {
  const dependencies: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, property) => {
    dependencies[property] = urns.getUrnsList();
  });
  return dependencies;
}
