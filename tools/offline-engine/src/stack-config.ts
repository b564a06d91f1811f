import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ConfigEntry, configEntries, configText, hasSecret, projectConfigEntries } from "./config-values";
import { UserError } from "./engine";
import { PassphraseSecrets, passphraseOf } from "./passphrase-secrets";
import { plainValue, YamlFile } from "./yaml-file";

/** What `Pulumi.yaml` says of the project. */
export interface ProjectFile {
  readonly name: string;
  /** For example `nodejs`. */
  readonly runtime: string;
  /** Options of the runtime: `typescript`, `nodeargs`, ... */
  readonly runtimeOptions: Readonly<Record<string, unknown>>;
  /** Folder or file of the program, relative to the project's folder. */
  readonly main?: string;
  readonly description?: string;
}

/** A project and the settings of one of its stacks. */
export interface StackConfig {
  readonly project: ProjectFile;
  /** By `namespace:key`, secrets decrypted; a list or an object is its JSON text. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of `config` whose value is, or contains, a secret. */
  readonly secretKeys: readonly string[];
  /** For {@link StateStore.open}: then one key serves the config and the state. */
  readonly encryptionSalt?: string;
}

export interface StackConfigOptions {
  /** Folder of `Pulumi.yaml`. */
  readonly projectDir: string;
  readonly stack: string;
  /** @default what PULUMI_CONFIG_PASSPHRASE or the file of PULUMI_CONFIG_PASSPHRASE_FILE says, else the empty one */
  readonly passphrase?: string;
}

/**
 * Reads `Pulumi.yaml` and `Pulumi.<stack>.yaml`, which may be absent. A key is derived only when a value is secret.
 * @throws UserError naming file and line
 */
export async function readStackConfig({ projectDir, stack, passphrase }: StackConfigOptions): Promise<StackConfig> {
  const projectFile = existingFile(projectDir, "Pulumi");
  if (projectFile === undefined) {
    throw new UserError(`there is no Pulumi.yaml in ${projectDir}: name the folder of a Pulumi project`);
  }
  const projectYaml = YamlFile.read(projectFile);
  const project = projectOf(projectYaml);
  const stackFile = existingFile(projectDir, `Pulumi.${stack}`);
  const stackYaml = stackFile === undefined ? undefined : YamlFile.read(stackFile);
  if (stackYaml !== undefined) refuseOtherProviders(stackYaml);

  const declared = projectConfigEntries(projectYaml.map("config"), project.name);
  const own = configEntries(stackYaml?.map("config") ?? [], project.name);
  const entries = new Map([...declared.defaults, ...own].map((entry) => [entry.key, entry]));
  const missing = declared.required.find(({ key }) => !entries.has(key));
  if (missing !== undefined) {
    throw new UserError(`${missing.place}: \`${missing.key}\` has no default: set it in Pulumi.${stack}.yaml`);
  }

  const encryptionSalt = stackYaml?.text("encryptionsalt");
  const secretEntries = [...entries.values()].filter(({ value }) => hasSecret(value));
  const decrypt = await decrypter(secretEntries, encryptionSalt, passphrase);
  return {
    project,
    config: Object.fromEntries([...entries.values()].map((entry) => [entry.key, configText(entry.value, decrypt(entry))])),
    secretKeys: secretEntries.map(({ key }) => key),
    ...(encryptionSalt !== undefined && { encryptionSalt }),
  };
}

function projectOf(file: YamlFile): ProjectFile {
  const name = file.text("name");
  if (name === undefined || name === "") throw new UserError(`${file.path}: \`name\` is missing: give the project a name`);
  const runtimeField = file.field("runtime");
  const runtime = plainValue(runtimeField?.value ?? null);
  const parts = typeof runtime === "string" ? { name: runtime } : (runtime as Record<string, unknown> | null);
  if (typeof parts?.["name"] !== "string") {
    throw new UserError(`${runtimeField?.place ?? file.path}: \`runtime\` must be a name, or a map with \`name\` and \`options\``);
  }
  const main = file.text("main");
  const description = file.text("description");
  return {
    name,
    runtime: parts["name"],
    runtimeOptions: (parts["options"] ?? {}) as Record<string, unknown>,
    ...(main !== undefined && { main }),
    ...(description !== undefined && { description }),
  };
}

function refuseOtherProviders(file: YamlFile): void {
  const field = file.field("secretsprovider");
  const provider = file.text("secretsprovider");
  if (field === undefined || provider === undefined || provider === "" || provider === "passphrase") return;
  throw new UserError(
    `${field.place}: the secrets provider "${provider}" cannot be used offline, only "passphrase": ` +
      "run `pulumi stack change-secrets-provider passphrase` first",
  );
}

async function decrypter(
  secretEntries: readonly ConfigEntry[],
  salt: string | undefined,
  passphrase: string | undefined,
): Promise<(entry: ConfigEntry) => (ciphertext: string) => string> {
  const [first] = secretEntries;
  if (first === undefined) return () => (ciphertext) => ciphertext;
  if (salt === undefined) {
    throw new UserError(`${first.place}: \`${first.key}\` is a secret, and the file has no \`encryptionsalt\`: set it again`);
  }
  const secrets = new PassphraseSecrets({ passphrase: passphrase ?? passphraseOf(process.env), salt });
  await at(first, () => secrets.prepare());
  return (entry) => (ciphertext) => {
    try {
      return secrets.unseal(ciphertext, `config ${entry.key}`);
    } catch (error) {
      throw placed(entry, error);
    }
  };
}

async function at(entry: ConfigEntry, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw placed(entry, error);
  }
}

function placed({ place, key }: ConfigEntry, error: unknown): unknown {
  return error instanceof UserError ? new UserError(`${place}: \`${key}\` cannot be read: ${error.message}`) : error;
}

function existingFile(folder: string, name: string): string | undefined {
  return [".yaml", ".yml"].map((ending) => join(folder, `${name}${ending}`)).find((path) => existsSync(path));
}
