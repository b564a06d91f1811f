import {
  type CheckRequest,
  type CheckResult,
  type CreateRequest,
  type CreateResult,
  type DeleteRequest,
  type DiffRequest,
  type DiffResult,
  type FindCreatedRequest,
  type InvokeRequest,
  type InvokeResult,
  type PropertyMap,
  type Provider,
  ProviderError,
  type ReadRequest,
  type ReadResult,
  type UpdateRequest,
  type UpdateResult,
  UNKNOWN,
} from "../provider";
import { structuralDiff } from "../property-diff";

interface CloudObject {
  readonly urn: string;
  readonly inputs: PropertyMap;
}

/**
 * A cloud of one kind of thing, with a rule for everything the engine has to handle:
 * inputs whose name begins with `fixed` force a replacement, with `exclusive` one that deletes first;
 * `label` gets a default; `bad` is never valid; the output `arn` is only known once the thing exists.
 */
export class TestCloud implements Provider {
  readonly package = "test";
  /** Everything that exists, by id. */
  readonly objects = new Map<string, CloudObject>();
  /** What the engine asked for, in order: `create a`, `delete a`. */
  readonly calls: string[] = [];
  /** By logical name: what is thrown instead of creating, updating or deleting it. */
  readonly refusals = new Map<string, Error>();
  /** Waited for before a thing of that name is created. */
  readonly gates = new Map<string, Promise<void>>();
  flushed = 0;
  #lastId = 0;

  check({ news, olds, name }: CheckRequest): CheckResult {
    this.calls.push(`check ${name}${olds === undefined ? "" : " again"}`);
    const failures = Object.keys(news)
      .filter((key) => key.startsWith("bad"))
      .map((property) => ({ property, reason: "must not be given" }));
    return { inputs: { ...news, label: news["label"] ?? "none" }, failures };
  }

  diff({ oldInputs, newInputs, name }: DiffRequest): DiffResult {
    this.calls.push(`diff ${name}`);
    const detailedDiff = structuralDiff(oldInputs, newInputs, { inputDiff: true });
    const changed = Object.keys(detailedDiff);
    const replaces = changed.filter((path) => /^(fixed|exclusive)/.test(path));
    for (const path of replaces) detailedDiff[path] = { kind: "update-replace", inputDiff: true };
    return {
      changes: changed.length > 0,
      replaces,
      deleteBeforeReplace: replaces.some((path) => path.startsWith("exclusive")),
      detailedDiff,
    };
  }

  async create({ urn, name, inputs, preview }: CreateRequest): Promise<CreateResult> {
    if (preview) return { id: "", outputs: { ...inputs, arn: UNKNOWN } };
    this.calls.push(`create ${name}`);
    await this.gates.get(name);
    this.#refuse(name);
    this.#lastId += 1;
    const id = `${name}-${this.#lastId}`;
    this.objects.set(id, { urn, inputs });
    return { id, outputs: { ...inputs, arn: `arn:${id}` } };
  }

  read({ id, name }: ReadRequest): ReadResult | undefined {
    this.calls.push(`read ${name}`);
    const object = this.objects.get(id);
    return object && { id, inputs: object.inputs, outputs: { ...object.inputs, arn: `arn:${id}` } };
  }

  update({ id, urn, name, newInputs, preview }: UpdateRequest): UpdateResult {
    if (!preview) {
      this.calls.push(`update ${name}`);
      this.#refuse(name);
      this.objects.set(id, { urn, inputs: newInputs });
    }
    return { outputs: { ...newInputs, arn: `arn:${id}` } };
  }

  delete({ id, name }: DeleteRequest): void {
    this.calls.push(`delete ${name}`);
    this.#refuse(name);
    this.objects.delete(id);
  }

  invoke({ token, args, config }: InvokeRequest): InvokeResult {
    if (args["fail"] === "check") return { failures: [{ property: "fail", reason: "must not be check" }] };
    if (args["fail"] === "refuse") throw new ProviderError("NoSuchThing", "there is none", "Make one.");
    return { result: { token, args, region: config["region"] ?? "none" }, failures: [] };
  }

  findCreated({ urn, knownIds }: FindCreatedRequest): ReadResult | undefined {
    for (const [id, object] of this.objects) {
      if (object.urn === urn && !knownIds.includes(id)) {
        return { id, inputs: object.inputs, outputs: { ...object.inputs, arn: `arn:${id}` } };
      }
    }
    return undefined;
  }

  flush(): void {
    this.flushed += 1;
  }

  #refuse(name: string): void {
    const refusal = this.refusals.get(name);
    if (refusal !== undefined) throw refusal;
  }
}
