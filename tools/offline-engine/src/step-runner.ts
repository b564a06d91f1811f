import { isDefaultProvider } from "./default-providers";
import { errorText } from "./error-text";
import { type PropertyMap, ProviderError, type ResourceRequest } from "./provider";
import type { ConfiguredProvider, ProviderTable } from "./provider-table";
import type { PendingOperation, PendingOperationType, ResourceState, RunRecorder, StateChange } from "./resource-state";
import { ReportedFailure } from "./run-failure";
import type { RunObserver, Step } from "./run-observer";
import { markSecretKeys, markSecretsLike, toProviderMap } from "./secret-values";
import { nameOfUrn } from "./urn";
import { withoutUndefined } from "./wire-values";

/** What the runner needs to know of one step besides the states. */
export type StepFacts = Pick<Step, "op" | "urn" | "type" | "old" | "keys" | "detailedDiff" | "provider">;

/** Runs single steps: calls the provider, records before and after, tells the observer. Decides nothing. */
export class StepRunner {
  readonly preview: boolean;
  readonly #recorder: RunRecorder;
  readonly #observer: RunObserver;
  readonly #providers: ProviderTable;
  readonly #assertRunning: () => void;

  /** @param args.assertRunning throws when the run is ending: called before anything in the world is touched */
  constructor(args: {
    readonly preview: boolean;
    readonly recorder: RunRecorder;
    readonly observer: RunObserver;
    readonly providers: ProviderTable;
    readonly assertRunning: () => void;
  }) {
    this.preview = args.preview;
    this.#recorder = args.recorder;
    this.#observer = args.observer;
    this.#providers = args.providers;
    this.#assertRunning = args.assertRunning;
  }

  /** A step that changes nothing in the world, only the state. */
  record(facts: StepFacts, state: ResourceState, change: StateChange): ResourceState {
    const step = this.#stepOf(facts, state);
    this.#observer.stepBegins(step);
    this.#recorder.complete(change);
    this.#providers.learn(state);
    this.#observer.stepEnds(step);
    return state;
  }

  /** A step that is there to be seen only: the replacement as a whole. */
  announce(facts: StepFacts, state: ResourceState): void {
    const step = this.#stepOf(facts, state);
    this.#observer.stepBegins(step);
    this.#observer.stepEnds(step);
  }

  async create(facts: StepFacts, planned: ResourceState, change: Omit<StateChange, "put">): Promise<ResourceState> {
    return this.#perform(facts, planned, "creating", async ({ provider }, request) => {
      const inputs = toProviderMap(planned.inputs);
      const result = await provider.create({ ...request, inputs, preview: this.preview });
      const created = new Date().toISOString();
      const put = { ...planned, id: result.id, outputs: outputsOf(planned, result.outputs), created, modified: created };
      return { state: put, change: { ...change, put } };
    });
  }

  async update(facts: StepFacts, old: ResourceState, planned: ResourceState): Promise<ResourceState> {
    return this.#perform(facts, planned, "updating", async ({ provider }, request) => {
      const result = await provider.update({
        ...request,
        id: old.id ?? "",
        oldInputs: toProviderMap(old.inputs),
        oldOutputs: toProviderMap(old.outputs),
        newInputs: toProviderMap(planned.inputs),
        preview: this.preview,
      });
      const modified = new Date().toISOString();
      const put = { ...planned, outputs: outputsOf(planned, result.outputs), modified };
      return { state: put, change: { put, drop: old } };
    });
  }

  /** Deletes the object, unless only the state is to forget it, then makes `change` of the state. */
  async delete(
    facts: StepFacts,
    old: ResourceState,
    change: StateChange,
    { objectToo }: { readonly objectToo: boolean },
  ): Promise<void> {
    this.#assertRunning();
    const step = this.#stepOf(facts, undefined);
    this.#observer.stepBegins(step);
    if (!this.preview && old.custom && objectToo) {
      const operation: PendingOperation = { resource: old, type: "deleting" };
      this.#recorder.begin(operation);
      try {
        const { provider, config } = this.#providers.find(old.type, old.provider);
        await provider.delete({
          ...requestOf(old, config),
          id: old.id ?? "",
          oldInputs: toProviderMap(old.inputs),
          oldOutputs: toProviderMap(old.outputs),
        });
      } catch (error) {
        throw this.#failed(step, operation, error);
      }
      this.#recorder.complete({ ...change, operation });
    } else {
      this.#recorder.complete(change);
    }
    this.#observer.stepEnds(step);
  }

  /** Reads an object that the program names by id; the state joins as external. */
  async read(facts: StepFacts, wanted: ResourceState, drop: ResourceState | undefined): Promise<ResourceState> {
    return this.#perform(facts, wanted, "reading", async ({ provider }, request) => {
      const inputs = toProviderMap(wanted.inputs);
      const result = await provider.read({ ...request, id: wanted.id ?? "", inputs });
      if (result === undefined) {
        throw new ProviderError(
          "NotFound",
          `there is no \`${wanted.type}\` with the id \`${wanted.id}\``,
          "Check the id and the region it is looked up in.",
        );
      }
      const put = { ...wanted, id: result.id, outputs: outputsOf(wanted, result.outputs) };
      return { state: put, change: { put, ...(drop !== undefined && { drop }) } };
    });
  }

  /** Looks at an object without changing anything; ended by {@link StepRunner.conclude}. */
  async look<T>(facts: StepFacts, act: (served: ConfiguredProvider) => Promise<T>): Promise<T> {
    this.#assertRunning();
    const step = this.#stepOf(facts, facts.old);
    this.#observer.stepBegins(step);
    try {
      return await act(this.#providers.find(facts.type, facts.provider));
    } catch (error) {
      throw this.#failed(step, undefined, error);
    }
  }

  /** Records what a look has found. */
  conclude(facts: StepFacts, state: ResourceState | undefined, change: StateChange): void {
    this.#recorder.complete(change);
    this.#observer.stepEnds(this.#stepOf(facts, state));
  }

  /** Reports that a step could not be begun at all. */
  refuse(facts: StepFacts, state: ResourceState | undefined, error: unknown): ReportedFailure {
    return this.#failed(this.#stepOf(facts, state), undefined, error);
  }

  async #perform(
    facts: StepFacts,
    planned: ResourceState,
    type: PendingOperationType,
    act: (
      served: ConfiguredProvider,
      request: ResourceRequest,
    ) => Promise<{ readonly state: ResourceState; readonly change: StateChange }>,
  ): Promise<ResourceState> {
    this.#assertRunning();
    const step = this.#stepOf(facts, planned);
    this.#observer.stepBegins(step);
    const operation: PendingOperation | undefined = this.preview ? undefined : { resource: planned, type };
    try {
      const served = this.#providers.find(planned.type, planned.provider);
      if (operation !== undefined) this.#recorder.begin(operation);
      const { state, change } = await act(served, requestOf(planned, served.config));
      this.#recorder.complete({ ...change, ...(operation !== undefined && { operation }) });
      this.#providers.learn(state);
      this.#observer.stepEnds({ ...step, new: state });
      return state;
    } catch (error) {
      throw this.#failed(step, operation, error);
    }
  }

  #failed(step: Step, operation: PendingOperation | undefined, error: unknown): ReportedFailure {
    if (error instanceof ReportedFailure) return error;
    // A refusal changed nothing. Of any other error nobody knows: the operation stays pending, and the next run looks.
    if (operation !== undefined && error instanceof ProviderError) this.#recorder.complete({ operation });
    const message = error instanceof Error ? error.message : String(error);
    const remedy = error instanceof ProviderError ? error.remedy : undefined;
    this.#observer.stepFails(step);
    this.#observer.diagnostic({
      severity: "error",
      urn: step.urn,
      message,
      ...(remedy !== undefined && { remedy }),
    });
    return new ReportedFailure(step.urn, errorText(error));
  }

  #stepOf(facts: StepFacts, now: ResourceState | undefined): Step {
    return {
      ...facts,
      ...(now !== undefined && { new: now }),
      internal: isDefaultProvider(facts.type, nameOfUrn(facts.urn)) || (now === undefined && facts.old?.external === true),
    };
  }
}

/** What every request about this resource carries. */
export function requestOf(state: Pick<ResourceState, "urn" | "type">, config: PropertyMap): ResourceRequest {
  return { urn: state.urn, type: state.type, name: nameOfUrn(state.urn), config };
}

function outputsOf(planned: ResourceState, outputs: PropertyMap): PropertyMap {
  const marked = markSecretsLike(withoutUndefined(outputs), planned.inputs);
  return markSecretKeys(marked, planned.additionalSecretOutputs ?? []);
}
