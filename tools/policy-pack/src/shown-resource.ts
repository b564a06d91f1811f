import type { ResourceState } from "@org/offline-engine";
import {
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A resource as an engine shows it at the end: the outputs, among which AWS's provider puts the id. */
export function shownResource(state: ResourceState): AnalyzerResource {
  const resource = new AnalyzerResource();
  resource.setUrn(state.urn);
  resource.setType(state.type);
  resource.setName(state.urn.slice(state.urn.lastIndexOf("::") + 2));
  resource.setProperties(Struct.fromJavaScript(state.id ? { ...state.outputs, id: state.id } : { ...state.outputs }));
  resource.setOptions(shownOptions(state));
  resource.setProvider(shownProvider(state));
  resource.setParent(state.parent ?? "");
  resource.setDependenciesList([...state.dependencies]);
  for (const [property, urns] of Object.entries(state.propertyDependencies)) {
    if (urns.length === 0) continue;
    const dependencies = new AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    resource.getPropertydependenciesMap().set(property, dependencies);
  }
  return resource;
}

/** The options of a resource. `pendingReplacement` stands for `deleteBeforeReplace`, which a state does not hold. */
export function shownOptions(state: ResourceState): AnalyzerResourceOptions {
  const options = new AnalyzerResourceOptions();
  options.setProtect(state.protect === true);
  options.setIgnorechangesList([...(state.ignoreChanges ?? [])]);
  options.setAdditionalsecretoutputsList([...(state.additionalSecretOutputs ?? [])]);
  options.setAliasesList([...(state.aliases ?? [])]);
  options.setDeletebeforereplace(state.pendingReplacement === true);
  options.setDeletebeforereplacedefined(state.pendingReplacement !== undefined);
  options.setParent(state.parent ?? "");
  return options;
}

/** The provider of what is no component; only that is shown with one. */
export function shownProvider({ provider: reference }: ResourceState): AnalyzerProviderResource | undefined {
  if (reference === undefined) return undefined;
  const provider = new AnalyzerProviderResource();
  const urn = reference.slice(0, reference.lastIndexOf("::"));
  provider.setUrn(urn);
  provider.setType(urn.split("::")[2]);
  provider.setName(urn.slice(urn.lastIndexOf("::") + 2));
  provider.setProperties(Struct.fromJavaScript({}));
  return provider;
}
