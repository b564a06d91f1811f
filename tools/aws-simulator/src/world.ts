import type { PropertyMap } from "@org/offline-engine";
import { WorldFolder } from "./world-folder";
import type { WorldJournal, WorldRecord } from "./world-journal";
import { keyOf } from "./world-object";
import type { WorldObject } from "./world-object";

/** The first moment of every simulated account. */
const EPOCH = Date.UTC(2026, 0, 1);

/** The simulated account: the objects that exist, found by id, ARN, name, URN and by what refers to them. */
export class World {
  readonly #objects = new Map<string, WorldObject>();
  readonly #byType = new Map<string, Set<WorldObject>>();
  readonly #byArn = new Map<string, WorldObject>();
  readonly #byName = new Map<string, Set<WorldObject>>();
  readonly #byUrn = new Map<string, Set<WorldObject>>();
  readonly #byOwner = new Map<string, Set<WorldObject>>();
  readonly #referrers = new Map<string, Set<WorldObject>>();
  readonly #generations = new Map<string, number>();
  readonly #journal: WorldJournal | undefined;
  #seconds = 0;

  constructor(journal?: WorldJournal) {
    this.#journal = journal;
    if (journal !== undefined) for (const record of journal.load()) this.#apply(record);
  }

  /** An empty account that is forgotten with the process. */
  static memory(): World {
    return new World();
  }

  /** The account that is kept in a folder, which need not exist yet. One process writes to it at a time. */
  static open(folder: string): World {
    return new World(new WorldFolder(folder));
  }

  /** Number of objects, companions included. */
  get size(): number {
    return this.#objects.size;
  }

  get(type: string, region: string, id: string): WorldObject | undefined {
    return this.#objects.get(`${type}|${region}|${id}`);
  }

  /** Looks an object up by the key that `keyOf` makes. */
  byKey(key: string): WorldObject | undefined {
    return this.#objects.get(key);
  }

  findByArn(arn: string): WorldObject | undefined {
    return this.#byArn.get(arn);
  }

  ofType(type: string): WorldObject[] {
    return [...(this.#byType.get(type) ?? [])];
  }

  ofUrn(urn: string): WorldObject[] {
    return [...(this.#byUrn.get(urn) ?? [])];
  }

  named(nameKey: string): readonly WorldObject[] {
    return [...(this.#byName.get(nameKey) ?? [])];
  }

  /** Every object, in the order of its creation or last change. */
  all(): WorldObject[] {
    return [...this.#objects.values()];
  }

  /** Objects whose declared references name the target by its id or ARN. */
  referrersOf(target: WorldObject): WorldObject[] {
    const byId = this.#referrers.get(`${target.type}|${target.id}`);
    const byArn =
      target.arn === undefined || target.arn === target.id
        ? undefined
        : this.#referrers.get(`${target.type}|${target.arn}`);
    const byName = target.nameKey === undefined ? undefined : this.#referrers.get(target.nameKey);
    const found = new Set<WorldObject>();
    for (const set of [byId, byArn, byName]) {
      for (const object of set ?? []) {
        if (object.region === target.region || target.region === "" || object.region === "") found.add(object);
      }
    }
    return [...found];
  }

  /** How often the URN has been created: part of the seed of its identifiers. */
  generationOf(urn: string): number {
    return this.#generations.get(urn) ?? 0;
  }

  /** The simulated time, RFC 3339 in UTC. */
  now(): string {
    return this.after(0);
  }

  /** The simulated time some days from now. */
  after(days: number): string {
    return `${new Date(EPOCH + (this.#seconds + days * 86_400) * 1000).toISOString().slice(0, 19)}Z`;
  }

  /** Lets time pass; what is pending deletion and due is gone after it. */
  advance(seconds: number): void {
    this.#record({ advance: seconds });
    const now = this.now();
    for (const object of this.all()) {
      if (object.deletionDate !== undefined && object.deletionDate <= now) this.remove(object);
    }
  }

  /** Adds an object and what AWS makes with it. An object of the same key is overwritten, as an AWS upsert does. */
  create(object: WorldObject, companions: readonly WorldObject[] = []): void {
    this.#record({ put: object, generation: this.generationOf(object.urn) + 1, advance: 1 });
    for (const companion of companions) this.#record({ put: companion });
  }

  /** Puts a changed object in the place of the one of the same key. */
  replace(object: WorldObject): void {
    this.#record({ put: object });
  }

  /** Changes an object behind the back of whoever declared it, as somebody in the console would. */
  drift(object: WorldObject, changes: PropertyMap): void {
    this.replace({
      ...object,
      inputs: { ...object.inputs, ...changes },
      outputs: { ...object.outputs, ...changes },
    });
  }

  /** Takes an object and its companions out of the world. */
  remove(object: WorldObject): void {
    const key = keyOf(object);
    for (const companion of [...(this.#byOwner.get(key) ?? [])]) this.remove(companion);
    this.#record({ remove: key });
  }

  /** Writes what is buffered. */
  flush(): void {
    this.#journal?.flush(() => this.#snapshot());
  }

  #record(record: WorldRecord): void {
    this.#apply(record);
    this.#journal?.append(record, () => this.#snapshot());
  }

  *#snapshot(): Iterable<WorldRecord> {
    yield { advance: this.#seconds };
    for (const object of this.#objects.values()) yield { put: object };
    for (const [urn, generation] of this.#generations) yield { generationOf: urn, generation };
  }

  #apply(record: WorldRecord): void {
    if (record.advance !== undefined) this.#seconds += record.advance;
    if (record.remove !== undefined) this.#unlink(record.remove);
    if (record.put !== undefined) {
      this.#unlink(keyOf(record.put));
      this.#link(record.put);
    }
    const urn = record.generationOf ?? record.put?.urn;
    if (record.generation !== undefined && urn !== undefined) this.#generations.set(urn, record.generation);
  }

  #link(object: WorldObject): void {
    const key = keyOf(object);
    this.#objects.set(key, object);
    addTo(this.#byType, object.type, object);
    if (object.arn !== undefined) this.#byArn.set(object.arn, object);
    if (object.nameKey !== undefined) addTo(this.#byName, object.nameKey, object);
    if (object.urn !== "") addTo(this.#byUrn, object.urn, object);
    if (object.owner !== undefined) addTo(this.#byOwner, object.owner, object);
    for (const reference of object.references) addTo(this.#referrers, reference, object);
  }

  #unlink(key: string): void {
    const object = this.#objects.get(key);
    if (object === undefined) return;
    this.#objects.delete(key);
    takeFrom(this.#byType, object.type, object);
    if (object.arn !== undefined && this.#byArn.get(object.arn) === object) this.#byArn.delete(object.arn);
    if (object.nameKey !== undefined) takeFrom(this.#byName, object.nameKey, object);
    if (object.urn !== "") takeFrom(this.#byUrn, object.urn, object);
    if (object.owner !== undefined) takeFrom(this.#byOwner, object.owner, object);
    for (const reference of object.references) takeFrom(this.#referrers, reference, object);
  }
}

function addTo(index: Map<string, Set<WorldObject>>, key: string, object: WorldObject): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([object]));
  else set.add(object);
}

function takeFrom(index: Map<string, Set<WorldObject>>, key: string, object: WorldObject): void {
  const set = index.get(key);
  if (set === undefined) return;
  set.delete(object);
  if (set.size === 0) index.delete(key);
}
