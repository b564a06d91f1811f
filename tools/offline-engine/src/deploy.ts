import type { StackReferenceResolver } from "./builtin-provider";
import { Deployment } from "./deployment";
import type { StepOp } from "./events";
import { inProcessCallbacks } from "./in-process-callbacks";
import { inProcessMonitor } from "./in-process-monitor";
import { type ProgramEnd, runInProcess } from "./in-process-program";
import type { PropertyDiff, PropertyMap, PropertyValue, Provider } from "./provider";
import { ResourceMonitor } from "./resource-monitor";
import type { DeploymentState, ResourceState } from "./resource-state";
import { ReportedFailure, RunHalted } from "./run-failure";
import type { Diagnostic, RunObserver, Step } from "./run-observer";
import { MemoryRecorder } from "./run-recorder";
import { revealSecrets } from "./secret-values";
import { Transforms } from "./transforms";
import { STACK_TYPE, nameOfUrn } from "./urn";

export interface DeployOptions {
  /** What a program's `index.ts` would do; what it returns are the stack's outputs. */
  readonly program: () => unknown;
  readonly providers: readonly Provider[];
  /** @default "test" */
  readonly project?: string;
  /** @default "dev" */
  readonly stack?: string;
  /** `key` (of the project) or `namespace:key`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are secret. */
  readonly secretKeys?: readonly string[];
  /** State of an earlier run. */
  readonly state?: DeploymentState;
  /** @default false */
  readonly preview?: boolean;
  /** URNs (or patterns) that the run is limited to. */
  readonly targets?: readonly string[];
  readonly stackReference?: StackReferenceResolver;
  /**
   * Resolve, instead of rejecting, when the run fails.
   * @default false
   */
  readonly expectFailure?: boolean;
}

export interface DeployStep {
  readonly op: StepOp;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly diff?: Readonly<Record<string, PropertyDiff>>;
}

/** A run in process, when it is over. */
export interface DeployRun {
  readonly resources: readonly ResourceState[];
  /** The stack's outputs, secrets revealed. */
  readonly outputs: Readonly<Record<string, PropertyValue>>;
  /** In order of completion, without default providers. */
  readonly steps: readonly DeployStep[];
  readonly state: DeploymentState;
  readonly failed: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** @throws Error when there is not exactly one */
  resource(type: string, name?: string): ResourceState;
  resourcesOf(type: string): readonly ResourceState[];
}

/** A run that failed, with what it left behind. */
export class DeployError extends Error {
  readonly run: DeployRun;

  constructor(message: string, run: DeployRun) {
    super(message);
    this.name = "DeployError";
    this.run = run;
  }
}

/**
 * Runs a program in this process against the given providers, with everything in memory.
 * @throws the program's own error, or a {@link DeployError} naming each refused resource, unless `expectFailure`
 */
export async function deploy(options: DeployOptions): Promise<DeployRun> {
  const { providers, project = "test", stack = "dev", preview = false, expectFailure = false } = options;
  const base = options.state ?? { resources: [], pendingOperations: [] };
  const recorder = new MemoryRecorder(base);
  const observer = new StepCollector();
  const config = withNamespace(options.config ?? {}, project);
  const secretKeys = (options.secretKeys ?? []).map((key) => qualified(key, project));
  const deployment = new Deployment({
    project,
    stack,
    preview,
    providers,
    base,
    recorder,
    observer,
    config,
    secretKeys,
    ...(options.targets !== undefined && { targets: options.targets }),
    ...(options.stackReference !== undefined && { stackReference: options.stackReference }),
  });
  const transforms = new Transforms(inProcessCallbacks);
  const monitor = inProcessMonitor(new ResourceMonitor({ deployment, preview, transforms }), transforms);
  let end: ProgramEnd;
  try {
    end = await runInProcess({
      program: options.program,
      settings: { project, stack, preview, config, secretKeys, monitor },
      log: (entry) => observer.diagnostic(entry),
      halted: new Promise((resolve) => deployment.onHalt(resolve)),
    });
    await deployment.settled();
    if (end.kind === "completed" && !deployment.halted && !observer.failed) await finish(deployment);
  } finally {
    transforms.close();
    for (const provider of providers) await provider.flush?.();
  }
  if (end.kind === "threw") observer.diagnostic({ severity: "error", message: messageOf(end.error) });
  const run = describeRun(recorder.state(), observer);
  if (!run.failed || expectFailure) return run;
  if (end.kind === "threw" && end.error instanceof Error) throw end.error;
  throw new DeployError(run.diagnostics.filter(isError).map(lineOf).join("\n"), run);
}

async function finish(deployment: Deployment): Promise<void> {
  try {
    await deployment.finish();
  } catch (error) {
    if (!(error instanceof ReportedFailure) && !(error instanceof RunHalted)) throw error;
  }
}

class StepCollector implements RunObserver {
  readonly steps: DeployStep[] = [];
  readonly diagnostics: Diagnostic[] = [];

  get failed(): boolean {
    return this.diagnostics.some(isError);
  }

  stepBegins(): void {
    // Only what is done counts.
  }

  stepEnds({ op, urn, type, detailedDiff, internal }: Step): void {
    if (internal) return;
    this.steps.push({ op, urn, type, name: nameOfUrn(urn), ...(detailedDiff !== undefined && { diff: detailedDiff }) });
  }

  stepFails(): void {
    // The diagnostic says it.
  }

  diagnostic(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
  }
}

function describeRun(state: DeploymentState, { steps, diagnostics, failed }: StepCollector): DeployRun {
  const resourcesOf = (type: string): readonly ResourceState[] =>
    state.resources.filter((resource) => resource.type === type && resource.delete !== true);
  const root = resourcesOf(STACK_TYPE)[0];
  const outputs = root === undefined ? {} : (revealSecrets(root.outputs) as PropertyMap);
  return {
    resources: state.resources,
    outputs,
    steps,
    state,
    failed,
    diagnostics,
    resourcesOf,
    resource(type, name) {
      const found = resourcesOf(type).filter(({ urn }) => name === undefined || nameOfUrn(urn) === name);
      if (found.length === 1 && found[0] !== undefined) return found[0];
      const wanted = name === undefined ? type : `${type} named ${name}`;
      const names = resourcesOf(type).map(({ urn }) => nameOfUrn(urn));
      throw new Error(`expected one ${wanted}, found ${found.length}; of this type there are: ${names.join(", ") || "none"}`);
    },
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function lineOf({ urn, message, remedy }: Diagnostic): string {
  return `${urn === undefined ? "" : `${urn}: `}${message}${remedy === undefined ? "" : `\n  ${remedy}`}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function qualified(key: string, project: string): string {
  return key.includes(":") ? key : `${project}:${key}`;
}

function withNamespace(config: Readonly<Record<string, string>>, project: string): Record<string, string> {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [qualified(key, project), value]));
}
