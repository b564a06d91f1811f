import { BUILTIN_PACKAGE, type StackReferenceResolver } from "./builtin-provider";
import { DefaultProviders, providerInputs } from "./default-providers";
import { runDeletions } from "./deletions";
import { invokeFunction } from "./function-invoke";
import { InFlight } from "./in-flight";
import type { InvokeResult, PropertyMap, Provider } from "./provider";
import { ProviderTable, isProviderType, packageOf } from "./provider-table";
import { runRefresh } from "./refresh";
import { registerComponent } from "./register-component";
import { registerCustom } from "./register-custom";
import { asResourceGoal, readResource } from "./read-resource";
import { Registrations } from "./registrations";
import type { ReadGoal, ResourceGoal } from "./resource-goal";
import type { DeploymentState, ResourceState, RunRecorder } from "./resource-state";
import { ReportedFailure, RunHalted } from "./run-failure";
import type { RunObserver } from "./run-observer";
import { toProviderMap } from "./secret-values";
import { StateIndex } from "./state-index";
import { StepRunner } from "./step-runner";
import { Targets } from "./targets";
import { aliasUrns } from "./alias-urns";
import { childUrn } from "./urn";

export interface DeploymentOptions {
  readonly project: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly providers: readonly Provider[];
  readonly base: DeploymentState;
  readonly recorder: RunRecorder;
  readonly observer: RunObserver;
  /** By `namespace:key`. */
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  readonly targets?: readonly string[];
  readonly stackReference?: StackReferenceResolver;
}

/** What a registered resource is told. */
export interface Registered {
  readonly state: ResourceState;
  /** Not created, since it is no target of this run: what it would give is unknown. */
  readonly skipped: boolean;
}

/** An explicit provider, or what says which default one. */
export type ProviderChoice = Pick<ResourceGoal, "provider" | "version" | "pluginDownloadUrl">;

/** What the parts of a deployment work on together. */
export interface DeploymentContext {
  readonly options: DeploymentOptions;
  readonly index: StateIndex;
  readonly providers: ProviderTable;
  readonly registrations: Registrations;
  readonly runner: StepRunner;
  readonly targets: Targets;
  /** States of this run by URN. */
  readonly current: Map<string, ResourceState>;
  /** URNs of resources that were, or will be, replaced in this run. */
  readonly replaced: Set<string>;
  /** URNs of resources that do not exist and, being no targets, are not created. */
  readonly skipped: Set<string>;
  /** Deleted in this run because what they depend on is replaced, with the properties that tell so. */
  readonly deletedForReplacement: Map<string, readonly string[]>;
}

/** One run of a program against a state: takes registrations as they come, and deletes what is left over at the end. */
export class Deployment {
  readonly #context: DeploymentContext;
  readonly #defaultProviders: DefaultProviders;
  readonly #inFlight = new InFlight();
  /** URNs that the program has asked for when the run was ending already. */
  readonly #turnedAway = new Set<string>();
  #halted = false;
  #onHalt: (() => void)[] = [];

  constructor(options: DeploymentOptions) {
    const providers = new ProviderTable(options.providers, options.base.resources);
    this.#context = {
      options,
      index: new StateIndex(options.base),
      providers,
      registrations: new Registrations(),
      runner: new StepRunner({
        preview: options.preview,
        recorder: options.recorder,
        observer: options.observer,
        providers,
        assertRunning: () => this.#assertRunning(),
      }),
      targets: new Targets(options.targets ?? []),
      current: new Map(),
      replaced: new Set(),
      skipped: new Set(),
      deletedForReplacement: new Map(),
    };
    this.#defaultProviders = new DefaultProviders(options.config, options.secretKeys, async (goal) => {
      const { state } = await this.register(goal);
      return state;
    });
  }

  get halted(): boolean {
    return this.#halted;
  }

  /** Nothing new is begun from now on; what is in flight goes on to its end. */
  halt(): void {
    if (this.#halted) return;
    this.#halted = true;
    for (const listener of this.#onHalt) listener();
  }

  /** Calls `listener` when the run halts; at once when it has. */
  onHalt(listener: () => void): void {
    if (this.#halted) listener();
    else this.#onHalt.push(listener);
  }

  /** Resolves when nothing is in flight any more. */
  settled(): Promise<void> {
    return this.#inFlight.settled();
  }

  /**
   * @throws ReportedFailure when a provider refuses
   * @throws RunHalted when the run is ending
   */
  register(goal: ResourceGoal): Promise<Registered> {
    return this.#track(() => this.#register(goal), goal);
  }

  /**
   * The program could not say what a resource is to be: that ends the run as a refusal does.
   * @returns what to throw
   */
  refuse(goal: ResourceGoal, error: unknown): ReportedFailure | RunHalted {
    if (error instanceof RunHalted) return error;
    const failure = this.#reported(error, goal);
    this.#turnedAway.add(failure.urn);
    this.halt();
    return failure;
  }

  /**
   * The program wants what this engine does not do: that ends the run as well.
   * @returns what to throw
   */
  refuseProgram(message: string, remedy: string): RunHalted {
    this.#context.options.observer.diagnostic({ severity: "error", message, remedy });
    this.halt();
    return new RunHalted();
  }

  read(goal: ReadGoal): Promise<ResourceState> {
    return this.#track(async () => {
      const inherited = this.#context.registrations.inherit(asResourceGoal(goal), packageOf(goal.type));
      const urn = this.#urnOf(inherited);
      const { version, pluginDownloadUrl } = goal;
      const packageName = packageOf(goal.type);
      const provider =
        inherited.provider ?? (await this.#defaultProviders.reference({ packageName, version, pluginDownloadUrl }));
      this.#context.registrations.add(urn, inherited);
      const state = await readResource(this.#context, urn, { ...inherited, provider }, goal.id);
      this.#context.current.set(urn, state);
      return state;
    }, goal);
  }

  /** Sets the outputs of a component or of the stack. */
  registerOutputs(urn: string, outputs: PropertyMap): void {
    const state = this.#context.current.get(urn);
    if (state === undefined) throw new Error(`outputs for a resource that is not registered: ${urn}`);
    const now = { ...state, outputs };
    this.#context.options.recorder.complete({ amend: { old: state, now } });
    this.#context.current.set(urn, now);
  }

  /** What a provider refuses to answer is the program's to handle: the run goes on. */
  invoke(token: string, args: PropertyMap, choice: ProviderChoice): Promise<InvokeResult> {
    return this.#track(async () =>
      invokeFunction(this.#context, token, args, await this.#providerOf(choice, token)),
    );
  }

  /** Whether an object of that type and id exists. */
  exists(type: string, id: string, choice: ProviderChoice & { readonly inputs: PropertyMap }): Promise<boolean> {
    return this.#track(async () => {
      const { provider, config } = this.#context.providers.find(type, await this.#providerOf(choice, type));
      const inputs = toProviderMap(choice.inputs);
      return (await provider.read({ urn: "", type, name: "", config, id, inputs })) !== undefined;
    });
  }

  /** The program has ended well: deletes what it did not register. Without a program, that is everything. */
  finish(): Promise<void> {
    return this.#track(() => runDeletions(this.#context, this.#context.index.remainingInReverse()));
  }

  /** Reads everything that the state knows, and takes over what it has become. */
  refresh(): Promise<void> {
    return this.#track(() => runRefresh(this.#context, this.#context.index.remainingInReverse().reverse()));
  }

  /** URNs that the run began or did not come to. */
  unfinished(): string[] {
    const { registrations, current, index } = this.#context;
    const begun = [...registrations.urns()].filter((urn) => !current.has(urn));
    const left = index.remainingInReverse().map(({ urn }) => urn);
    return [...new Set([...begun, ...this.#turnedAway, ...left])];
  }

  async #register(given: ResourceGoal): Promise<Registered> {
    if (this.#halted) this.#turnedAway.add(this.#urnOf(given));
    this.#assertRunning();
    const { options, registrations, index, current } = this.#context;
    let goal = registrations.inherit(given, packageOf(given.type));
    const urn = this.#urnOf(goal);
    const registration = registrations.add(urn, goal);
    const parent = registrations.get(goal.parent);
    registration.aliases = aliasUrns({
      stack: options.stack,
      project: options.project,
      urn,
      goal,
      parent: parent && { urn: parent.urn, name: parent.goal.name, aliases: parent.aliases },
    });
    if (isProviderType(goal.type)) goal = { ...goal, inputs: providerInputs(goal) };
    else if (goal.custom) {
      const provider = await this.#providerOf(goal, goal.type);
      goal = provider === undefined ? goal : { ...goal, provider };
    }
    const old = this.#findOld(urn, registration.aliases);
    if (old !== undefined) index.claim(old);
    const registered = goal.custom
      ? await registerCustom(this.#context, urn, goal, old)
      : { state: registerComponent(this.#context, urn, goal, old), skipped: false };
    current.set(urn, registered.state);
    return registered;
  }

  #findOld(urn: string, aliases: readonly string[]): ResourceState | undefined {
    const { index, registrations } = this.#context;
    const present = index.live(urn);
    if (present !== undefined) return present;
    for (const alias of aliases) {
      const old = registrations.has(alias) ? undefined : index.live(alias);
      if (old !== undefined) return old;
    }
    return undefined;
  }

  async #providerOf({ provider, version, pluginDownloadUrl }: ProviderChoice, token: string): Promise<string | undefined> {
    const packageName = packageOf(token);
    if (provider !== undefined || packageName === BUILTIN_PACKAGE) return provider;
    return this.#defaultProviders.reference({ packageName, version, pluginDownloadUrl });
  }

  #urnOf(goal: ResourceGoal | ReadGoal): string {
    const { stack, project } = this.#context.options;
    return childUrn({ stack, project, parent: goal.parent, type: goal.type, name: goal.name });
  }

  #assertRunning(): void {
    if (this.#halted) throw new RunHalted();
  }

  /** A failure of one resource ends the run; what else is in flight finishes. */
  #track<T>(work: () => Promise<T>, goal?: ResourceGoal | ReadGoal): Promise<T> {
    return this.#inFlight.track(
      work().catch((error: unknown) => {
        if (error instanceof RunHalted) throw error;
        const failure = goal === undefined ? error : this.#reported(error, goal);
        if (failure instanceof ReportedFailure) this.halt();
        throw failure;
      }),
    );
  }

  /** What is wrong with the registration itself is reported here; what a provider refused has been. */
  #reported(error: unknown, goal: ResourceGoal | ReadGoal): ReportedFailure {
    if (error instanceof ReportedFailure) return error;
    const urn = this.#urnOf(goal);
    const message = error instanceof Error ? error.message : String(error);
    this.#context.options.observer.diagnostic({ severity: "error", urn, message });
    return new ReportedFailure(urn, message);
  }
}
