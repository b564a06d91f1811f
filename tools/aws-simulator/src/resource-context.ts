import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { formatArn, parseArn } from "./arn";
import { Identifiers } from "./identifiers";
import { partitionOf } from "./regions";
import type { Partition } from "./regions";
import type { World } from "./world";
import type { WorldObject } from "./world-object";

/** Who asks for what: everything that a definition and its rules may look at. */
export interface ContextArgs {
  readonly world: World;
  readonly accountId: string;
  readonly seed: string;
  readonly region: string;
  readonly urn: string;
  readonly type: string;
  readonly logicalName: string;
  readonly inputs: PropertyMap;
  readonly tagsAll: PropertyMap;
  readonly preview: boolean;
  readonly object?: WorldObject;
}

/** One request as a definition sees it. Lookups see the request's region and the global services. */
export class ResourceContext {
  readonly accountId: string;
  readonly region: string;
  readonly urn: string;
  readonly type: string;
  readonly logicalName: string;
  /** Checked inputs, defaults included. */
  readonly inputs: PropertyMap;
  /** `tags` with the provider's default tags under them. */
  readonly tagsAll: PropertyMap;
  readonly preview: boolean;
  /** The object before an update; undefined in a creation. */
  readonly object: WorldObject | undefined;
  readonly #world: World;
  readonly #seed: string;
  #identifiers: Identifiers | undefined;

  constructor(args: ContextArgs) {
    this.#world = args.world;
    this.#seed = args.seed;
    this.accountId = args.accountId;
    this.region = args.region;
    this.urn = args.urn;
    this.type = args.type;
    this.logicalName = args.logicalName;
    this.inputs = args.inputs;
    this.tagsAll = args.tagsAll;
    this.preview = args.preview;
    this.object = args.object;
  }

  get partition(): Partition {
    return partitionOf(this.region);
  }

  /** What AWS would draw at random, drawn from the seed, the URN and how often it was created. */
  get identifiers(): Identifiers {
    this.#identifiers ??= new Identifiers(
      `${this.#seed}\0${this.urn}\0${this.#world.generationOf(this.urn)}\0${this.object?.id ?? ""}`,
    );
    return this.#identifiers;
  }

  /** The simulated time, RFC 3339 in UTC with seconds. It passes with the objects that are made, so it is deterministic. */
  get now(): string {
    return this.#world.now();
  }

  /** An ARN of this request's partition, region and account; pass "" for a part that the service leaves out. */
  arn(service: string, resource: string, parts: { readonly region?: string; readonly accountId?: string } = {}): string {
    return formatArn({
      partition: this.partition.id,
      service,
      region: parts.region ?? this.region,
      accountId: parts.accountId ?? this.accountId,
      resource,
    });
  }

  /** The text of a known string input. */
  text(property: string): string | undefined {
    const value = this.inputs[property];
    return typeof value === "string" && !isUnknown(value) ? value : undefined;
  }

  /** The value of a known number input. */
  number(property: string): number | undefined {
    const value = this.inputs[property];
    return typeof value === "number" ? value : undefined;
  }

  /** Looks an object up by its id or its ARN; `region` is another than the request's, "" that of global services. */
  find(type: string, idOrArn: string, region: string = this.region): WorldObject | undefined {
    if (parseArn(idOrArn) !== undefined) {
      const found = this.#world.findByArn(idOrArn);
      if (found?.type === type && (found.region === region || found.region === "")) return found;
    }
    return this.#world.get(type, region, idOrArn) ?? this.#world.get(type, "", idOrArn);
  }

  /** Looks an object up by its ARN, whatever its type and region. */
  findByArn(arn: string): WorldObject | undefined {
    return this.#world.findByArn(arn);
  }

  /** Objects of a type in this region or of a global service. Linear in their number: prefer {@link referrers}. */
  objectsOf(type: string): WorldObject[] {
    return this.#world.ofType(type).filter((object) => object.region === this.region || object.region === "");
  }

  /** Objects of a type in every region. */
  objectsOfAllRegions(type: string): WorldObject[] {
    return this.#world.ofType(type);
  }

  /** Objects of `type` whose declared references name the target, by id, ARN or name. */
  referrers(type: string, target: WorldObject): WorldObject[] {
    return this.#world.referrersOf(target).filter((object) => object.type === type);
  }

  /** Objects whose name is this one, by the key that the type's definition makes of it. */
  named(nameKey: string): readonly WorldObject[] {
    return this.#world.named(nameKey);
  }
}
