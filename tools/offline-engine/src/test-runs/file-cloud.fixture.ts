import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { JournaledFile } from "../journaled-file";
import { structuralDiff } from "../property-diff";
import {
  type CheckRequest,
  type CheckResult,
  type CreateRequest,
  type CreateResult,
  type DeleteRequest,
  type DiffRequest,
  type DiffResult,
  type FindCreatedRequest,
  type InvokeResult,
  type PropertyMap,
  type Provider,
  ProviderError,
  type ReadRequest,
  type ReadResult,
  type UpdateRequest,
  type UpdateResult,
} from "../provider";

export interface CloudObject {
  readonly urn: string;
  readonly inputs: PropertyMap;
}

type Objects = Readonly<Record<string, CloudObject>>;
type Change = { readonly id: string; readonly object: CloudObject | null };

/**
 * A cloud that outlives the process that changes it. Inputs whose name begins with `fixed` force a replacement, with
 * `exclusive` one that deletes first. It refuses what a real one would: a second object of a `name`, the deletion of an
 * object that another one names in `needs` or `fixedNeeds`.
 */
export class FileCloud implements Provider {
  readonly package = "test";
  readonly #file: JournaledFile<Objects, Change>;
  readonly #objects: Map<string, CloudObject>;
  readonly #slowness: number;
  readonly #onCall: () => void;

  /**
   * @param args.slowness milliseconds between the change of the cloud and the answer that tells it, at most
   * @param args.onCall called when the cloud has changed and the engine does not know yet
   */
  constructor(root: string, args: { readonly slowness?: number; readonly onCall?: () => void } = {}) {
    this.#file = JournaledFile.open({ snapshotPath: join(root, "cloud.json"), journalPath: join(root, "cloud.jsonl") });
    const { snapshot = {}, entries } = this.#file.load();
    this.#objects = new Map(Object.entries(snapshot));
    for (const { id, object } of entries) this.#take(id, object);
    this.#slowness = args.slowness ?? 0;
    this.#onCall = args.onCall ?? (() => undefined);
  }

  /** Everything that exists, by id. */
  get objects(): ReadonlyMap<string, CloudObject> {
    return this.#objects;
  }

  check({ news }: CheckRequest): CheckResult {
    return { inputs: news, failures: [] };
  }

  diff({ oldInputs, newInputs }: DiffRequest): DiffResult {
    const detailedDiff = structuralDiff(oldInputs, newInputs, { inputDiff: true });
    const paths = Object.keys(detailedDiff);
    const replaces = paths.filter((path) => /^(fixed|exclusive)/.test(path));
    for (const path of replaces) detailedDiff[path] = { kind: "update-replace", inputDiff: true };
    const deleteBeforeReplace = replaces.some((path) => path.startsWith("exclusive"));
    return { changes: paths.length > 0, replaces, deleteBeforeReplace, detailedDiff };
  }

  async create({ urn, name, inputs, preview }: CreateRequest): Promise<CreateResult> {
    if (preview) return { id: "", outputs: inputs };
    const { exclusive } = inputs;
    if (exclusive !== undefined && [...this.#objects.values()].some((object) => object.urn === urn)) {
      throw new ProviderError("AlreadyExists", `${name} is there already`, "Delete it first.");
    }
    const id = randomUUID();
    await this.#change(id, { urn, inputs });
    return { id, outputs: inputs };
  }

  read({ id }: ReadRequest): ReadResult | undefined {
    const object = this.#objects.get(id);
    return object && { id, inputs: object.inputs, outputs: object.inputs };
  }

  async update({ id, urn, newInputs, preview }: UpdateRequest): Promise<UpdateResult> {
    if (!this.#objects.has(id)) throw new ProviderError("NotFound", `${id} does not exist`, "Refresh.");
    if (!preview) await this.#change(id, { urn, inputs: newInputs });
    return { outputs: newInputs };
  }

  async delete({ id, name }: DeleteRequest): Promise<void> {
    for (const [user, { urn, inputs }] of this.#objects) {
      if (inputs["needs"] !== id && inputs["fixedNeeds"] !== id) continue;
      throw new ProviderError("InUse", `${name} (${id}) is in use by ${urn} (${user})`, "Delete what uses it first.");
    }
    if (this.#objects.has(id)) await this.#change(id, null);
  }

  invoke(): InvokeResult {
    return { result: {}, failures: [] };
  }

  findCreated({ urn, knownIds }: FindCreatedRequest): ReadResult | undefined {
    for (const [id, object] of this.#objects) {
      if (object.urn === urn && !knownIds.includes(id)) return { id, inputs: object.inputs, outputs: object.inputs };
    }
    return undefined;
  }

  flush(): void {
    this.#file.compact(Object.fromEntries(this.#objects));
    this.#file.close();
  }

  async #change(id: string, object: CloudObject | null): Promise<void> {
    await delay(Math.random() * this.#slowness);
    this.#file.append({ id, object });
    this.#take(id, object);
    this.#onCall();
    await delay(Math.random() * this.#slowness);
  }

  #take(id: string, object: CloudObject | null): void {
    if (object === null) this.#objects.delete(id);
    else this.#objects.set(id, object);
  }
}
