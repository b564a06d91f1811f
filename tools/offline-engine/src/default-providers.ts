import type { PropertyMap } from "./provider";
import { providerReference, providerType } from "./provider-table";
import type { ResourceGoal } from "./resource-goal";
import type { ResourceState } from "./resource-state";
import { secretOf } from "./secret-values";

/** Which default provider a resource needs. */
export interface DefaultProviderKey {
  readonly packageName: string;
  readonly version: string;
  readonly pluginDownloadUrl: string;
}

/** Registers, once per package, version and URL, the provider that resources without an explicit one share. */
export class DefaultProviders {
  readonly #references = new Map<string, Promise<string>>();
  readonly #config: Readonly<Record<string, string>>;
  readonly #secretKeys: ReadonlySet<string>;
  readonly #register: (goal: ResourceGoal) => Promise<ResourceState>;

  /**
   * @param config the stack's config by `namespace:key`; the namespace of a package configures its default provider
   */
  constructor(
    config: Readonly<Record<string, string>>,
    secretKeys: readonly string[],
    register: (goal: ResourceGoal) => Promise<ResourceState>,
  ) {
    this.#config = config;
    this.#secretKeys = new Set(secretKeys);
    this.#register = register;
  }

  /** Reference of the default provider, which is registered on first use. */
  reference(key: DefaultProviderKey): Promise<string> {
    const text = `${key.packageName}\n${key.version}\n${key.pluginDownloadUrl}`;
    let reference = this.#references.get(text);
    if (reference === undefined) {
      reference = this.#registerDefault(key);
      this.#references.set(text, reference);
    }
    return reference;
  }

  async #registerDefault(key: DefaultProviderKey): Promise<string> {
    this.#refuseWhenDisabled(key.packageName);
    const state = await this.#register({
      type: providerType(key.packageName),
      name: defaultProviderName(key),
      custom: true,
      inputs: this.#inputs(key),
      providers: {},
      dependencies: [],
      propertyDependencies: {},
      replaceWith: [],
      ignoreChanges: [],
      replaceOnChanges: [],
      hideDiff: [],
      additionalSecretOutputs: [],
      aliases: [],
      version: key.version,
      pluginDownloadUrl: key.pluginDownloadUrl,
      transforms: [],
    });
    return providerReference(state);
  }

  #inputs({ packageName }: DefaultProviderKey): PropertyMap {
    const inputs: PropertyMap = {};
    const namespace = `${packageName}:`;
    for (const [key, value] of Object.entries(this.#config)) {
      if (key.startsWith(namespace)) {
        inputs[key.slice(namespace.length)] = this.#secretKeys.has(key) ? secretOf(value) : value;
      }
    }
    return inputs;
  }

  #refuseWhenDisabled(packageName: string): void {
    const setting = this.#config["pulumi:disable-default-providers"];
    if (setting === undefined) return;
    const disabled: unknown = JSON.parse(setting);
    if (Array.isArray(disabled) && (disabled.includes("*") || disabled.includes(packageName))) {
      throw new Error(
        `the default provider for \`${packageName}\` is disabled by the config \`pulumi:disable-default-providers\`: ` +
          "give the resource, or one of its parents, an explicit provider",
      );
    }
  }
}

/** `default`, then the version with its parts joined by `_`, then the download URL as a name. */
export function defaultProviderName({ version, pluginDownloadUrl }: Omit<DefaultProviderKey, "packageName">): string {
  const parts = ["default"];
  if (version !== "") parts.push(version.replace(/[.+-]/g, "_"));
  if (pluginDownloadUrl !== "") parts.push(pluginDownloadUrl.replace(/[^A-Za-z0-9]+/g, "_"));
  return parts.join("_");
}

/** Inputs of a provider resource as the engine keeps them: with its version and the key that Pulumi reserves. */
export function providerInputs(goal: Pick<ResourceGoal, "inputs" | "version">): PropertyMap {
  return { ...goal.inputs, ...(goal.version !== "" && { version: goal.version }), __internal: {} };
}

/** Whether a provider resource is one that the engine made by itself. */
export function isDefaultProvider(type: string, name: string): boolean {
  return type.startsWith("pulumi:providers:") && (name === "default" || name.startsWith("default_"));
}
