import { Deployment } from "./deployment";
import type { OperationOptions, RunResult, RunSummary } from "./engine";
import { EventStream } from "./event-stream";
import { ProgramSession } from "./program-session";
import type { Provider } from "./provider";
import { recoverPending } from "./recover-pending";
import type { RunRecorder } from "./resource-state";
import { ReportedFailure, RunHalted } from "./run-failure";
import { MemoryRecorder } from "./run-recorder";
import type { StackConfig } from "./stack-config";
import { stackOutputs } from "./stack-outputs";
import type { StateStore } from "./state-store";

export type StackRunKind = "preview" | "update" | "refresh" | "destroy";

export interface StackRunOptions {
  readonly kind: StackRunKind;
  readonly projectDir: string;
  readonly stack: string;
  readonly operation: OperationOptions;
  readonly stackConfig: StackConfig;
  readonly store: StateStore;
  readonly providers: () => readonly Provider[] | Promise<readonly Provider[]>;
}

/** What others are told of a run that holds the lock. */
const COMMANDS: Readonly<Record<StackRunKind, string>> = {
  preview: "preview",
  update: "up",
  refresh: "refresh",
  destroy: "destroy",
};

/** Carries one operation out on a stack: lock, run, save, report. */
export async function runOnStack(given: StackRunOptions): Promise<RunSummary> {
  const options = { ...given, stackConfig: withConfig(given.stackConfig, given.operation.config ?? {}) };
  const { kind, operation, store, stackConfig } = options;
  const startTime = new Date();
  const lock = kind === "preview" ? undefined : await store.lock(COMMANDS[kind]);
  try {
    const events = new EventStream({
      planning: kind === "preview",
      ...(operation.onEvent !== undefined && { onEvent: operation.onEvent }),
    });
    events.prelude(stackConfig.config, stackConfig.secretKeys);
    const { recorder, deployment } = await carryOut(options, events);
    const result = resultOf(deployment, events, operation.signal);
    const state = recorder.state();
    await store.save(state, {
      kind,
      result: result === "succeeded" ? "succeeded" : "failed",
      startTime,
      endTime: new Date(),
      resourceChanges: events.resourceChanges,
      config: stackConfig.config,
      secretKeys: stackConfig.secretKeys,
    });
    const durationSeconds = (Date.now() - startTime.getTime()) / 1000;
    if (result === "cancelled") events.cancelled();
    events.summary(durationSeconds);
    return {
      result,
      resourceChanges: events.resourceChanges,
      durationSeconds,
      outputs: stackOutputs(state.resources),
      unfinished: result === "succeeded" ? [] : deployment.unfinished(),
    };
  } finally {
    lock?.release();
  }
}

async function carryOut(
  options: StackRunOptions,
  events: EventStream,
): Promise<{ readonly recorder: RunRecorder; readonly deployment: Deployment }> {
  const { kind, operation, store, stack, stackConfig } = options;
  const preview = kind === "preview";
  const hasProgram = preview || kind === "update";
  const providers = await options.providers();
  let session: ProgramSession | undefined;
  try {
    session = hasProgram ? await ProgramSession.start({ ...options, preview, events }) : undefined;
    const { state: base, recoveries } = await recoverPending(await store.load(), providers);
    for (const { urn, message } of recoveries) events.diagnostic({ severity: "warning", urn, message });
    const recorder = preview ? new MemoryRecorder(base) : store.recorder(base);
    const deployment = new Deployment({
      project: stackConfig.project.name,
      stack,
      preview,
      providers,
      base,
      recorder,
      observer: events,
      config: stackConfig.config,
      secretKeys: stackConfig.secretKeys,
      ...(operation.targets !== undefined && { targets: operation.targets }),
      stackReference: async (name) => (await store.stackReference(name))?.outputs,
    });
    const halt = (): void => deployment.halt();
    if (operation.signal?.aborted === true) halt();
    operation.signal?.addEventListener("abort", halt, { once: true });
    try {
      if (session !== undefined) await session.serve(deployment);
      else await reported(kind === "refresh" ? deployment.refresh() : deployment.finish());
      await deployment.settled();
    } finally {
      operation.signal?.removeEventListener("abort", halt);
    }
    return { recorder, deployment };
  } finally {
    session?.close();
    // Before the state is saved: of the two, the world must never be the one that is behind.
    for (const provider of providers) await provider.flush?.();
  }
}

/** A failure that the events have told already is not told again. */
async function reported(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof ReportedFailure) && !(error instanceof RunHalted)) throw error;
  }
}

function resultOf(deployment: Deployment, events: EventStream, signal: AbortSignal | undefined): RunResult {
  if (events.failed) return "failed";
  if (!deployment.halted) return "succeeded";
  return signal?.aborted === true ? "cancelled" : "failed";
}

/** The stack's config with that of one run over it. */
function withConfig(stackConfig: StackConfig, over: Readonly<Record<string, string>>): StackConfig {
  const { project, config } = stackConfig;
  const qualified = Object.entries(over).map(([key, value]) => [key.includes(":") ? key : `${project.name}:${key}`, value]);
  return { ...stackConfig, config: { ...config, ...Object.fromEntries(qualified) } };
}
