/** A property value as it crosses the engine's Provider interface: plain JSON, an unknown being the string {@link UNKNOWN}. */
export type PropertyValue =
  | null
  | boolean
  | number
  | string
  | PropertyValue[]
  | { [key: string]: PropertyValue };

/** The inputs or outputs of one resource. */
export type PropertyMap = { [key: string]: PropertyValue };

/** Stands for a value that is not known before deployment; Pulumi's own sentinel on the wire. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether the value itself is unknown. */
export function isUnknown(value: unknown): boolean {
  return value === UNKNOWN;
}

/** Whether the value, or anything nested in it, is unknown. */
export function containsUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.some(containsUnknown);
  if (typeof value === "object" && value !== null) return Object.values(value).some(containsUnknown);
  return false;
}

/** A value now or a promise of it. */
export type Awaitable<T> = T | Promise<T>;

/** What every request about one resource carries. */
export interface ResourceRequest {
  readonly urn: string;
  /** Type token, for example `aws:ec2/vpc:Vpc`. */
  readonly type: string;
  /** Logical name: the last part of the URN. */
  readonly name: string;
  /** Inputs of the provider resource that serves this one: `region`, `defaultTags` (a JSON string), ... */
  readonly config: PropertyMap;
}

export interface CheckRequest extends ResourceRequest {
  /** Inputs of the last deployment; absent when the resource is new or is being replaced. */
  readonly olds?: PropertyMap;
  readonly news: PropertyMap;
}

/** Why one input cannot be accepted. */
export interface CheckFailure {
  readonly property?: string;
  readonly reason: string;
}

export interface CheckResult {
  /** The inputs with the provider's defaults filled in. */
  readonly inputs: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

export interface DiffRequest extends ResourceRequest {
  readonly id: string;
  readonly oldInputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
  readonly newInputs: PropertyMap;
}

export type PropertyDiffKind = "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";

export interface PropertyDiff {
  readonly kind: PropertyDiffKind;
  /** True when the comparison was between old and new inputs, false when between old outputs and new inputs. */
  readonly inputDiff: boolean;
}

export interface DiffResult {
  readonly changes: boolean;
  /** Top-level properties whose change forces a replacement. */
  readonly replaces: readonly string[];
  /** The provider cannot create the replacement beside the old resource. */
  readonly deleteBeforeReplace?: boolean;
  /** By property path: `tags.Name`, `rules[0].name`. */
  readonly detailedDiff: Readonly<Record<string, PropertyDiff>>;
}

export interface CreateRequest extends ResourceRequest {
  readonly inputs: PropertyMap;
  /** A preview creates nothing; what is refused with the values known so far is refused now. */
  readonly preview: boolean;
}

export interface CreateResult {
  /** Empty in a preview. */
  readonly id: string;
  readonly outputs: PropertyMap;
}

export interface ReadRequest extends ResourceRequest {
  readonly id: string;
  readonly inputs?: PropertyMap;
  readonly outputs?: PropertyMap;
}

export interface ReadResult {
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

export interface UpdateRequest extends ResourceRequest {
  readonly id: string;
  readonly oldInputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
  readonly newInputs: PropertyMap;
  readonly preview: boolean;
}

export interface UpdateResult {
  readonly outputs: PropertyMap;
}

export interface DeleteRequest extends ResourceRequest {
  readonly id: string;
  readonly oldInputs: PropertyMap;
  readonly oldOutputs: PropertyMap;
}

export interface InvokeRequest {
  /** Function token, for example `aws:index/getRegion:getRegion`. */
  readonly token: string;
  readonly args: PropertyMap;
  readonly config: PropertyMap;
}

export interface InvokeResult {
  readonly result?: PropertyMap;
  readonly failures: readonly CheckFailure[];
}

export interface FindCreatedRequest extends ResourceRequest {
  /** Ids of this type's objects that the state knows. */
  readonly knownIds: readonly string[];
}

/** What the engine needs of a cloud. Secrets are unwrapped before a request and marked again after it. */
export interface Provider {
  /** Package of the type tokens it serves, for example `aws`. */
  readonly package: string;
  check(request: CheckRequest): Awaitable<CheckResult>;
  diff(request: DiffRequest): Awaitable<DiffResult>;
  create(request: CreateRequest): Awaitable<CreateResult>;
  /** Undefined when the object does not exist (any more). */
  read(request: ReadRequest): Awaitable<ReadResult | undefined>;
  update(request: UpdateRequest): Awaitable<UpdateResult>;
  delete(request: DeleteRequest): Awaitable<void>;
  invoke(request: InvokeRequest): Awaitable<InvokeResult>;
  /** An object that a killed run created for this URN and could not record. */
  findCreated?(request: FindCreatedRequest): Awaitable<ReadResult | undefined>;
  /** Called once when a run is over, failed or not: write what is buffered. */
  flush?(): Awaitable<void>;
}

/** A refusal in the cloud's own words; shown with the resource and the remedy, never with a stack trace. */
export class ProviderError extends Error {
  /** The cloud's error code, for example `InvalidSubnet.Conflict`. */
  readonly code: string;
  /** What the user can do about it, one sentence. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string) {
    super(`${code}: ${message}`);
    this.name = "ProviderError";
    this.code = code;
    this.remedy = remedy;
  }
}
