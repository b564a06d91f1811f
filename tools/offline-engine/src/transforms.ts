import type { Callbacks } from "./callbacks";
import { loadOnDemand } from "./load-on-demand";
import type { PropertyMap } from "./provider";
import type { CallbackTarget, ResourceGoal } from "./resource-goal";
import type { TransformCalls } from "./transform-calls";

/** A function call of the program, before it reaches a provider. */
export interface InvokeCall {
  readonly token: string;
  readonly args: PropertyMap;
  readonly provider?: string;
  readonly version: string;
  readonly pluginDownloadUrl: string;
}

/** The transforms of a run: a resource's own, its parents' from the nearest up, then the stack's. */
export class Transforms {
  readonly #connect: () => Callbacks;
  #callbacks: Callbacks | undefined;
  #calls: TransformCalls | undefined;
  /** By the URN of the component that they were given to. */
  readonly #ofParents = new Map<string, { readonly parent: string | undefined; readonly own: readonly CallbackTarget[] }>();
  readonly #ofStack: CallbackTarget[] = [];
  readonly #ofInvokes: CallbackTarget[] = [];

  /** @param connect called for the first transform, if there ever is one */
  constructor(connect: () => Callbacks) {
    this.#connect = connect;
  }

  /** Ends the connections to the program. */
  close(): void {
    this.#callbacks?.close();
  }

  addStackTransform(callback: CallbackTarget): void {
    this.#ofStack.push(callback);
  }

  addInvokeTransform(callback: CallbackTarget): void {
    this.#ofInvokes.push(callback);
  }

  /** Remembers the transforms of a registered resource for its children. */
  remember(urn: string, goal: ResourceGoal): void {
    const inherits = goal.parent !== undefined && this.#ofParents.has(goal.parent);
    if (goal.transforms.length === 0 && !inherits) return;
    this.#ofParents.set(urn, { parent: goal.parent, own: goal.transforms });
  }

  async ofResource(given: ResourceGoal): Promise<ResourceGoal> {
    let goal = given;
    for (const callback of this.#callbacksFor(given)) goal = await this.#program().resource(callback, goal);
    return goal;
  }

  async ofInvoke(given: InvokeCall): Promise<InvokeCall> {
    let call = given;
    for (const callback of this.#ofInvokes) call = await this.#program().invoke(callback, call);
    return call;
  }

  #program(): TransformCalls {
    if (this.#calls === undefined) {
      const { TransformCalls } = loadOnDemand("./transform-calls") as typeof import("./transform-calls");
      this.#callbacks = this.#connect();
      this.#calls = new TransformCalls(this.#callbacks);
    }
    return this.#calls;
  }

  #callbacksFor(goal: ResourceGoal): readonly CallbackTarget[] {
    const callbacks = [...goal.transforms];
    let parent = goal.parent === undefined ? undefined : this.#ofParents.get(goal.parent);
    while (parent !== undefined) {
      callbacks.push(...parent.own);
      parent = parent.parent === undefined ? undefined : this.#ofParents.get(parent.parent);
    }
    return callbacks.concat(this.#ofStack);
  }
}
