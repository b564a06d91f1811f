import { BUILTIN_PACKAGE, builtinProvider } from "./builtin-provider";
import { type PropertyMap, type Provider, UNKNOWN } from "./provider";
import type { ResourceState } from "./resource-state";
import { toProviderMap } from "./secret-values";

const PROVIDER_TYPE_PREFIX = "pulumi:providers:";

/** Whether the type is that of a provider resource, for example `pulumi:providers:aws`. */
export function isProviderType(type: string): boolean {
  return type.startsWith(PROVIDER_TYPE_PREFIX);
}

export function providerType(packageName: string): string {
  return `${PROVIDER_TYPE_PREFIX}${packageName}`;
}

/** The package that a type or function token belongs to. */
export function packageOf(token: string): string {
  return token.slice(0, token.indexOf(":"));
}

/** `<provider urn>::<id>`; a provider that is only previewed has no id yet. */
export function providerReference(state: Pick<ResourceState, "urn" | "id">): string {
  return `${state.urn}::${state.id === undefined || state.id === "" ? UNKNOWN : state.id}`;
}

function urnOfReference(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}

/** A provider with the configuration that one provider resource gives it. */
export interface ConfiguredProvider {
  readonly provider: Provider;
  readonly config: PropertyMap;
}

/** Finds who serves a resource. */
export class ProviderTable {
  readonly #byPackage = new Map<string, Provider>();
  readonly #configs = new Map<string, PropertyMap>();

  constructor(providers: readonly Provider[], states: readonly ResourceState[]) {
    for (const provider of [builtinProvider(), ...providers]) this.#byPackage.set(provider.package, provider);
    for (const state of states) this.learn(state);
  }

  /** Takes in a provider resource, new or of the last run; anything else is ignored. */
  learn(state: ResourceState): void {
    if (!isProviderType(state.type)) return;
    const { __internal: _, ...config } = toProviderMap(state.inputs);
    this.#configs.set(state.urn, config);
  }

  /**
   * @throws Error when nobody serves the package
   */
  find(token: string, reference: string | undefined): ConfiguredProvider {
    const name = packageOf(token);
    const provider = this.#byPackage.get(name);
    if (provider === undefined) {
      const served = [...this.#byPackage.keys()].filter((key) => key !== BUILTIN_PACKAGE).join(", ");
      throw new Error(
        `no provider for package \`${name}\` (\`${token}\`): the offline engine was started with ` +
          `${served === "" ? "none" : served}`,
      );
    }
    const config = reference === undefined ? undefined : this.#configs.get(urnOfReference(reference));
    return { provider, config: config ?? {} };
  }
}
