import type { Engine, OperationOptions, RunSummary } from "./engine";
import type { Provider } from "./provider";
import { readStackConfig, type StackConfig } from "./stack-config";
import { stackOutputs } from "./stack-outputs";
import { type StackRunKind, runOnStack } from "./stack-run";
import { StateStore } from "./state-store";

export interface OfflineEngineOptions {
  /** Folder of `Pulumi.yaml`. */
  readonly projectDir: string;
  readonly stack: string;
  /** Folder that holds `.pulumi`. */
  readonly root: string;
  /**
   * Who serves which package. Called once per operation, when the stack is locked: a provider may read a world that
   * another run is still writing to until then.
   */
  readonly providers: () => readonly Provider[] | Promise<readonly Provider[]>;
  /** @default what PULUMI_CONFIG_PASSPHRASE or the file of PULUMI_CONFIG_PASSPHRASE_FILE says, else the empty one */
  readonly passphrase?: string;
}

/** An engine that needs neither the network nor Pulumi's command line, over a state that the command line can read. */
export function createOfflineEngine(options: OfflineEngineOptions): Engine {
  const { projectDir, providers } = options;
  const run = async (kind: StackRunKind, operation: OperationOptions = {}): Promise<RunSummary> =>
    runOnStack({ kind, operation, projectDir, providers, ...(await open(options)) });
  return {
    preview: (operation) => run("preview", operation),
    up: (operation) => run("update", operation),
    refresh: (operation) => run("refresh", operation),
    destroy: (operation) => run("destroy", operation),
    outputs: async () => {
      const { store } = await open(options);
      const { resources } = await store.load();
      return stackOutputs(resources);
    },
  };
}

async function open(options: OfflineEngineOptions): Promise<OpenStack> {
  const { projectDir, stack, root } = options;
  const passphrase = options.passphrase === undefined ? {} : { passphrase: options.passphrase };
  const stackConfig = await readStackConfig({ projectDir, stack, ...passphrase });
  const { encryptionSalt, project } = stackConfig;
  const salt = encryptionSalt === undefined ? {} : { encryptionSalt };
  return { stack, stackConfig, store: await StateStore.open({ root, project: project.name, stack, ...passphrase, ...salt }) };
}

interface OpenStack {
  readonly stack: string;
  readonly stackConfig: StackConfig;
  readonly store: StateStore;
}
