import { createHash } from "node:crypto";
import type { DeploymentV3, VersionedCheckpoint } from "./deployment-v3";
import { UserError } from "./engine";
import { integrityProblems } from "./integrity";
import type { PassphraseSecrets } from "./passphrase-secrets";
import type { DeploymentState } from "./resource-state";
import { fromOperationV3, fromResourceV3, toOperationV3, toResourceV3 } from "./resource-v3";

/** The version of Pulumi whose deployment format this is; a checkpoint's manifest names it. */
const PULUMI_VERSION = "v3.270.0";
const FORMAT_VERSION = 3;

/**
 * The state as Pulumi's checkpoint of format 3, secrets encrypted.
 * @param stack `organization/<project>/<stack>`
 * @throws Error when Pulumi would refuse to load it: then the engine is at fault, and what is on disk stays as it is.
 */
export function toCheckpoint(
  state: DeploymentState,
  { stack, secrets, time = new Date() }: { readonly stack: string; readonly secrets: PassphraseSecrets; readonly time?: Date },
): VersionedCheckpoint {
  const problems = integrityProblems(state.resources);
  if (problems.length > 0) throw new Error(`the state to be written is inconsistent:\n${listed(problems)}`);
  const resources = state.resources.map((resource) => toResourceV3(resource, secrets));
  const operations = state.pendingOperations.map((operation) => toOperationV3(operation, secrets));
  // After the resources: their first secret may have made the salt.
  const { salt } = secrets;
  const latest: DeploymentV3 = {
    manifest: { time: time.toISOString(), magic: magicOf(PULUMI_VERSION), version: PULUMI_VERSION },
    ...(salt !== undefined && { secrets_providers: { type: "passphrase", state: { salt } } }),
    ...(resources.length > 0 && { resources }),
    ...(operations.length > 0 && { pending_operations: operations }),
    metadata: {},
  };
  return { version: FORMAT_VERSION, checkpoint: { stack, latest } };
}

/**
 * The salt of a checkpoint's secrets.
 * @throws UserError when they are kept by another provider than the passphrase.
 */
export function saltOf(checkpoint: VersionedCheckpoint, path: string): string | undefined {
  const provider = checkpoint.checkpoint?.latest?.secrets_providers;
  if (provider === undefined || provider.type === "") return undefined;
  const salt = provider.state?.["salt"];
  if (provider.type === "passphrase" && typeof salt === "string") return salt;
  throw new UserError(
    `${path}: its secrets are kept by the provider "${provider.type}", and only "passphrase" works offline: ` +
      "run `pulumi stack change-secrets-provider passphrase` first",
  );
}

/**
 * The state that a checkpoint holds, secrets in wire form.
 * @param path of the file, for errors
 * @throws UserError when it is of another format, damaged, or breaks Pulumi's integrity rules.
 */
export function fromCheckpoint(
  checkpoint: VersionedCheckpoint,
  { path, secrets }: { readonly path: string; readonly secrets: PassphraseSecrets },
): DeploymentState {
  checkFormat(checkpoint, path);
  const latest = checkpoint.checkpoint.latest;
  if (latest === undefined || latest === null) return { resources: [], pendingOperations: [] };
  const { manifest } = latest;
  if (manifest !== undefined && manifest.magic !== magicOf(manifest.version)) {
    throw new UserError(`${path}: the manifest's magic does not belong to its version: the file is damaged; use its .bak`);
  }
  const resources = (latest.resources ?? []).map((resource) => fromResourceV3(resource, secrets));
  const pendingOperations = (latest.pending_operations ?? []).map((operation) => fromOperationV3(operation, secrets));
  const problems = integrityProblems(resources);
  if (problems.length > 0) {
    throw new UserError(`${path} is inconsistent:\n${listed(problems)}\nRepair it, or use its .bak`);
  }
  return { resources, pendingOperations };
}

function checkFormat({ version, features = [], checkpoint }: VersionedCheckpoint, path: string): void {
  if (version === FORMAT_VERSION && typeof checkpoint === "object" && checkpoint !== null) return;
  if (version === 4) {
    const used = features.length === 0 ? "" : ` (it uses ${features.join(", ")})`;
    throw new UserError(`${path} is of Pulumi's checkpoint format 4${used}, which only Pulumi's own CLI can carry on`);
  }
  throw new UserError(`${path} is not a checkpoint of Pulumi's format 3: its version is ${JSON.stringify(version)}`);
}

function magicOf(version: string): string {
  return version === "" ? "" : createHash("sha256").update(version).digest("hex");
}

function listed(problems: readonly string[]): string {
  const shown = problems.slice(0, 10).map((problem) => `  - ${problem}`);
  if (problems.length > shown.length) shown.push(`  - and ${problems.length - shown.length} more`);
  return shown.join("\n");
}
