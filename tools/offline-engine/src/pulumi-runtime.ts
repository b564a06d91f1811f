import { loadOnDemand } from "./load-on-demand";

/** The SDK's own record of one running program. */
interface LocalStore {
  readonly settings: { monitor?: unknown };
  /** There from the program's first callback on, until its end. */
  readonly callbacks?: CallbackServer;
}

/** The SDK's server for calls back into the program, as gRPC sees it. */
export interface CallbackServer {
  /** Its address, once it is up. */
  readonly _target: Promise<string>;
  invoke(
    call: { readonly request: { getToken(): string; getRequest_asU8(): Uint8Array } },
    reply: (error: { readonly details?: string } | null, response?: { getResponse_asU8(): Uint8Array }) => void,
  ): Promise<void>;
}

// The SDK's type declarations leave out what it marks as internal; its sources have it.
const settingsModule = (): SettingsModule => loadOnDemand("@pulumi/pulumi/runtime/settings") as SettingsModule;
const stateModule = (): StateModule => loadOnDemand("@pulumi/pulumi/runtime/state") as StateModule;
const configModule = () => loadOnDemand("@pulumi/pulumi/runtime/config") as typeof import("@pulumi/pulumi/runtime/config");
const stackModule = () => loadOnDemand("@pulumi/pulumi/runtime/stack") as typeof import("@pulumi/pulumi/runtime/stack");

type SettingsModule = typeof import("@pulumi/pulumi/runtime/settings") & { waitForRPCs(): Promise<void> };

interface StateModule {
  withLocalStorage<T>(work: () => Promise<T>): Promise<T>;
  getLocalStore(): LocalStore | undefined;
}

/** The store of the program that is running; undefined outside of {@link inOwnStore}. */
export function getLocalStore(): object | undefined {
  return stateModule().getLocalStore();
}

/** Of the program that is running; undefined when it has no callbacks, or is over. */
export function callbackServer(): CallbackServer | undefined {
  return stateModule().getLocalStore()?.callbacks;
}

/**
 * Resolves when the SDK's server is up, if there is to be one: what is registered with it waits for that, unseen. Shut
 * down before, it would be looked for every second for ever, which keeps the process alive.
 */
async function callbackServerIsUp(): Promise<void> {
  await callbackServer()?._target.catch(() => undefined);
}

let lightened = false;

/** Once per process, and not where the SDK is asked for what is left out. */
function lightenPromises(): void {
  if (lightened || process.env["PULUMI_DEBUG_PROMISE_LEAKS"]) return;
  lightened = true;
  const lighter = loadOnDemand("../preload/lighten-promises.cjs") as { lightenPromises(debuggable: unknown): void };
  lighter.lightenPromises(loadOnDemand("@pulumi/pulumi/runtime/debuggable"));
}

/** One program's surroundings, as the SDK asks for them. */
export interface ProgramSettings {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  /** Has the methods of the gRPC client `ResourceMonitorClient`. */
  readonly monitor: object;
}

/** Runs `work` with an SDK store of its own, so that several programs can run in one process. */
export function inOwnStore<T>(settings: ProgramSettings, work: () => Promise<T>): Promise<T> {
  lightenPromises();
  const state = stateModule();
  return state.withLocalStorage(async () => {
    const { project, stack, preview, config, secretKeys, monitor } = settings;
    settingsModule().resetOptions(project, stack, PARALLEL, "", "", preview, ORGANIZATION);
    configModule().setAllConfig({ ...config }, [...secretKeys]);
    const store = state.getLocalStore();
    if (store === undefined) throw new Error("the Pulumi SDK gave the program no store of its own");
    store.settings.monitor = monitor;
    try {
      return await work();
    } finally {
      await callbackServerIsUp();
      settingsModule().disconnectSync();
    }
  });
}

/** The file backend knows only this organization. */
export const ORGANIZATION = "organization";

/** How many operations the program may have under way, as Pulumi's command line has it by default. */
export const PARALLEL = 16;

/**
 * Runs the program as the stack's content, and resolves when all it registered is answered and what it does with the
 * answers has had its turn: an `apply` may register more, or throw.
 */
export async function runStack(program: () => unknown): Promise<void> {
  await stackModule().runInPulumiStack(async () => {
    // In a process of its own, a program is still being loaded when the stack itself is registered.
    await nextTurn();
    return program();
  });
  await callbackServerIsUp();
  await settingsModule().waitForRPCs();
  await nextTurn();
  await settingsModule().disconnect(true);
  await nextTurn();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
