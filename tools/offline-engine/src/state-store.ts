import { copyFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { checkBackendVersion, writeBackendVersion } from "./backend-version";
import { fromCheckpoint, saltOf, toCheckpoint } from "./checkpoint";
import { UserError } from "./engine";
import { JournaledFile } from "./journaled-file";
import { JournaledRecorder, replay, saltIn, type StateFile } from "./journaled-recorder";
import { PassphraseSecrets, passphraseOf } from "./passphrase-secrets";
import type { PropertyValue } from "./provider";
import type { DeploymentState, RunRecorder } from "./resource-state";
import { recordRun, type RunRecord } from "./run-history";
import { containsSecret } from "./secret-values";
import { lockStack, type StackLock } from "./stack-lock";
import { resolveStackName, type StackReferenceOutputs, stackReferenceOutputs } from "./stack-reference";
import { type StateLayout, stateLayout } from "./state-layout";

export interface StateStoreOptions {
  /** Folder that holds `.pulumi`: what `pulumi login file://<root>` takes. */
  readonly root: string;
  readonly project: string;
  readonly stack: string;
  /** @default what PULUMI_CONFIG_PASSPHRASE or the file of PULUMI_CONFIG_PASSPHRASE_FILE says, else the empty one */
  readonly passphrase?: string;
  /** `encryptionsalt` of the stack's config file: used when the state has no salt yet. */
  readonly encryptionSalt?: string;
  /**
   * Bytes that a run's journal may grow to before it is folded into the checkpoint; more when the checkpoint is larger.
   * @default 4 MiB
   */
  readonly journalBytes?: number;
}

/**
 * The state of one stack in the layout of Pulumi's file backend. Pulumi's own CLI can log in to `file://<root>` and carry
 * on. A run's steps go to a journal beside `.pulumi`, which is folded into the checkpoint when the run ends, when the
 * journal has outgrown the checkpoint, and, of a run that was killed, when the next one starts.
 */
export class StateStore {
  readonly #options: StateStoreOptions;
  readonly #layout: StateLayout;
  readonly #file: StateFile;
  #secrets: PassphraseSecrets;
  /** The salt that the checkpoint names. */
  #recordedSalt: string | undefined;
  /** Whether the checkpoint was kept as `.bak` since the run began. */
  #kept = false;
  /** What {@link StateStore.load} gave last, if that is just what the checkpoint holds. */
  #folded: DeploymentState | undefined;

  private constructor(options: StateStoreOptions) {
    this.#options = options;
    this.#layout = stateLayout(options.root, options.project, options.stack);
    this.#file = JournaledFile.open({
      snapshotPath: this.#layout.checkpoint,
      journalPath: this.#layout.journal,
      ...(options.journalBytes !== undefined && { leastOutgrownBytes: options.journalBytes }),
    });
    this.#secrets = this.#secretsWith(options.encryptionSalt);
  }

  /** @throws UserError when a name is not valid, or the folder is of a layout that Pulumi has left behind. */
  static async open(options: StateStoreOptions): Promise<StateStore> {
    const store = new StateStore(options);
    checkBackendVersion(store.#layout);
    return store;
  }

  /**
   * The stack's state: the checkpoint, and what the journal holds of a run that is under way or was killed.
   * @throws UserError when a file is damaged or inconsistent, or the passphrase is wrong.
   */
  async load(): Promise<DeploymentState> {
    const { checkpoint: path } = this.#layout;
    refuseCompressed(path);
    const { snapshot, entries } = this.#file.load();
    this.#recordedSalt = snapshot === undefined ? undefined : saltOf(snapshot, path);
    const salt = saltIn(entries) ?? this.#recordedSalt;
    if (salt !== undefined && salt !== this.#secrets.salt) this.#secrets = this.#secretsWith(salt);
    if ([snapshot, ...entries].some((part) => containsSecret(part as PropertyValue | undefined))) {
      await this.#secrets.prepare();
    }
    const base =
      snapshot === undefined
        ? { resources: [], pendingOperations: [] }
        : fromCheckpoint(snapshot, { path, secrets: this.#secrets });
    const state = replay(base, entries, this.#secrets);
    this.#folded = entries.length === 0 ? state : undefined;
    return state;
  }

  /** Whether the stack was ever deployed to, be it by a run that was killed. */
  exists(): boolean {
    return existsSync(this.#layout.checkpoint) || existsSync(this.#layout.journal);
  }

  /**
   * Locks the stack against other runs, Pulumi's own CLI included.
   * @param command what the others are told that is going on: `up`
   * @throws UserError that names the holder, since when, and how to unlock.
   */
  lock(command: string): Promise<StackLock> {
    return lockStack(this.#layout, this.#options.stack, command);
  }

  /**
   * Records a run over `base`, which is what {@link StateStore.load} gave or was made from it: lock the stack first.
   * @throws Error when Pulumi would refuse to load `base`.
   */
  recorder(base: DeploymentState): RunRecorder {
    writeBackendVersion(this.#layout);
    this.#keepCheckpoint();
    // What a killed run left in the journal is folded in now, with what the engine has made of it.
    if (base !== this.#folded) this.#compact(base);
    return new JournaledRecorder({
      base,
      file: this.#file,
      secrets: this.#secrets,
      recordedSalt: this.#recordedSalt,
      compact: (state) => this.#compact(state),
    });
  }

  /**
   * Ends a run: writes its last state as the checkpoint, and adds it to the history and the backups. The state before
   * the run stays as `.bak`. A preview is not recorded and changes nothing.
   * @throws Error when Pulumi would refuse to load the state; then the journal keeps what was recorded.
   */
  async save(state: DeploymentState, run: RunRecord): Promise<void> {
    if (run.kind === "preview") return;
    if (run.secretKeys !== undefined && run.secretKeys.length > 0) await this.#secrets.prepare();
    writeBackendVersion(this.#layout);
    this.#keepCheckpoint();
    this.#compact(state);
    this.#file.close();
    this.#kept = false;
    recordRun(this.#layout, this.#options.stack, run, this.#secrets);
  }

  /**
   * The outputs of a stack of this folder, for a `pulumi.StackReference`; undefined when there is no such stack.
   * @param reference `<stack>`, `organization/<stack>` or `organization/<project>/<stack>`
   * @throws UserError when the reference has another form
   */
  async stackReference(reference: string): Promise<StackReferenceOutputs | undefined> {
    const { root, passphrase } = this.#options;
    const name = resolveStackName(reference, this.#options.project);
    const store = await StateStore.open({ root, ...name, ...(passphrase !== undefined && { passphrase }) });
    return store.exists() ? stackReferenceOutputs(reference, await store.load()) : undefined;
  }

  #compact(state: DeploymentState): void {
    this.#file.compact(toCheckpoint(state, { stack: this.#layout.qualifiedName, secrets: this.#secrets }));
    this.#recordedSalt = this.#secrets.salt;
    this.#folded = state;
  }

  /** Keeps the checkpoint as the run found it. */
  #keepCheckpoint(): void {
    const { checkpoint, scratchFolder } = this.#layout;
    if (this.#kept) return;
    this.#kept = true;
    if (!existsSync(checkpoint)) return;
    mkdirSync(scratchFolder, { recursive: true });
    const scratch = join(scratchFolder, `${basename(checkpoint)}.bak`);
    copyFileSync(checkpoint, scratch);
    renameSync(scratch, `${checkpoint}.bak`);
  }

  #secretsWith(salt: string | undefined): PassphraseSecrets {
    const passphrase = this.#options.passphrase ?? passphraseOf(process.env);
    return new PassphraseSecrets({ passphrase, ...(salt !== undefined && { salt }) });
  }
}

/** Pulumi reads whichever of the checkpoint's variants was written last; we read the plain one only. */
function refuseCompressed(checkpoint: string): void {
  const writtenAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (const ending of [".gz", ".zst"]) {
    const compressed = `${checkpoint}${ending}`;
    if (writtenAt(compressed) <= writtenAt(checkpoint)) continue;
    throw new UserError(`${compressed} is newer than ${checkpoint}, and compressed checkpoints cannot be read: decompress it`);
  }
}
