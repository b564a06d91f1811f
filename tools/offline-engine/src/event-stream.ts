import type { EngineEvent, StepEventMetadata, StepEventState, StepOp } from "./events";
import type { PropertyMap } from "./provider";
import type { ResourceState } from "./resource-state";
import type { Diagnostic, RunObserver, Step } from "./run-observer";
import { SecretMask } from "./secret-mask";
import { containsSecret, maskSecrets } from "./secret-values";

/** Halves of a replacement, which as a whole is one `replace`. */
const HALVES: ReadonlySet<StepOp> = new Set(["create-replacement", "delete-replaced"]);

/** Turns what happens in a run into Pulumi's engine events, without secrets, and counts. */
export class EventStream implements RunObserver {
  readonly mask = new SecretMask();
  readonly #emit: ((event: EngineEvent) => void) | undefined;
  readonly #planning: boolean;
  readonly #changes: Partial<Record<StepOp, number>> = {};
  #sequence = 0;
  #errors = 0;
  #failedSteps = 0;

  constructor(args: { readonly planning: boolean; readonly onEvent?: (event: EngineEvent) => void }) {
    this.#planning = args.planning;
    this.#emit = args.onEvent;
  }

  /** Whether an error has been reported. */
  get failed(): boolean {
    return this.#errors > 0;
  }

  /** Number of resources by operation, so far. */
  get resourceChanges(): Readonly<Partial<Record<StepOp, number>>> {
    return this.#changes;
  }

  prelude(config: Readonly<Record<string, string>>, secretKeys: readonly string[]): void {
    for (const key of secretKeys) this.mask.learnText(config[key] ?? "");
    const shown = Object.entries(config).map(([key, value]) => [key, secretKeys.includes(key) ? "[secret]" : value]);
    this.#send({ preludeEvent: { config: Object.fromEntries(shown) } });
  }

  stepBegins(step: Step): void {
    this.mask.learn(step.new?.inputs);
    this.mask.learn(step.old?.outputs);
    if (step.internal) return;
    this.#send(() => ({ resourcePreEvent: { metadata: metadataOf(step), planning: this.#planning } }));
  }

  stepEnds(step: Step): void {
    this.mask.learn(step.new?.outputs);
    if (step.internal) return;
    if (!HALVES.has(step.op)) this.#changes[step.op] = (this.#changes[step.op] ?? 0) + 1;
    this.#send(() => ({ resOutputsEvent: { metadata: metadataOf(step), planning: this.#planning } }));
  }

  stepFails(step: Step): void {
    this.#failedSteps += 1;
    this.#send(() => ({ resOpFailedEvent: { metadata: metadataOf(step), status: 2, steps: this.#failedSteps } }));
  }

  diagnostic({ severity, message, urn, remedy, ephemeral }: Diagnostic): void {
    if (severity === "error") this.#errors += 1;
    this.#send(() => ({
      diagnosticEvent: {
        severity,
        message: this.mask.apply(message),
        ...(urn !== undefined && { urn }),
        ...(remedy !== undefined && { remedy: this.mask.apply(remedy) }),
        ...(ephemeral === true && { ephemeral }),
      },
    }));
  }

  cancelled(): void {
    this.#send({ cancelEvent: {} });
  }

  summary(durationSeconds: number): void {
    this.#send({
      summaryEvent: {
        maybeCorrupt: false,
        durationSeconds,
        resourceChanges: { ...this.#changes },
        isPreview: this.#planning,
      },
    });
  }

  #send(body: Body | (() => Body)): void {
    if (this.#emit === undefined) return;
    this.#sequence += 1;
    const content = typeof body === "function" ? body() : body;
    this.#emit({ sequence: this.#sequence, timestamp: Math.floor(Date.now() / 1000), ...content });
  }
}

type Body = Omit<EngineEvent, "sequence" | "timestamp">;

function metadataOf(step: Step): StepEventMetadata {
  const { op, urn, type, old, keys, detailedDiff, provider } = step;
  return {
    op,
    urn,
    type,
    ...(old !== undefined && { old: stateOf(old) }),
    ...(step.new !== undefined && { new: stateOf(step.new) }),
    ...(keys !== undefined && { keys }),
    ...(detailedDiff !== undefined && { detailedDiff, diffs: topLevelKeys(detailedDiff) }),
    ...(provider !== undefined && { provider }),
  };
}

function stateOf(state: ResourceState): StepEventState {
  const { urn, type, id, parent, protect } = state;
  return {
    urn,
    type,
    ...(id !== undefined && { id }),
    ...(parent !== undefined && { parent }),
    ...(protect === true && { protect }),
    inputs: maskedMap(state.inputs, []),
    outputs: maskedMap(state.outputs, state.additionalSecretOutputs ?? []),
  };
}

function maskedMap(map: PropertyMap, secretKeys: readonly string[]): PropertyMap {
  const masked = containsSecret(map) ? (maskSecrets(map) as PropertyMap) : map;
  const hidden = secretKeys.filter((key) => masked[key] !== undefined);
  if (hidden.length === 0) return masked;
  return { ...masked, ...Object.fromEntries(hidden.map((key) => [key, "[secret]"])) };
}

function topLevelKeys(detailedDiff: Readonly<Record<string, unknown>>): string[] {
  return [...new Set(Object.keys(detailedDiff).map((path) => /^[^.[]*/.exec(path)?.[0] ?? path))];
}
