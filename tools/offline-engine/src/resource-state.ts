import type { PropertyMap, PropertyValue } from "./provider";

/** Seconds an operation may take; absent means the provider's own limit. */
export interface CustomTimeouts {
  readonly create?: number;
  readonly update?: number;
  readonly delete?: number;
  readonly read?: number;
}

/**
 * One resource of a deployment, as Pulumi's deployment v3 has it.
 * In memory, secrets are Pulumi's wire form: `{ [SIGNATURE_KEY]: SECRET_SIGNATURE, value }`; on disk they are encrypted.
 * A state object is never changed once it is recorded: a new object takes its place.
 */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  /** Replaced by another resource of the same URN, and waiting for its deletion. */
  readonly delete?: boolean;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly parent?: string;
  readonly protect?: boolean;
  /** Read, not managed: `.get()` and stack references. */
  readonly external?: boolean;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** `<provider urn>::<provider id>`. */
  readonly provider?: string;
  readonly initErrors?: readonly string[];
  /** Deleted before its replacement exists, which is still to be created. */
  readonly pendingReplacement?: boolean;
  readonly additionalSecretOutputs?: readonly string[];
  readonly aliases?: readonly string[];
  readonly customTimeouts?: CustomTimeouts;
  readonly importID?: string;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly ignoreChanges?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly hideDiff?: readonly string[];
  /** RFC 3339, UTC. */
  readonly created?: string;
  readonly modified?: string;
  readonly sourcePosition?: string;
  /** Where the program was when it registered the resource, innermost first. */
  readonly stackTrace?: readonly { readonly sourcePosition: string }[];
  /** A change of this value replaces the resource. */
  readonly replacementTrigger?: PropertyValue;
}

export type PendingOperationType = "creating" | "updating" | "deleting" | "reading";

/** An operation that has begun and whose result is not recorded yet. */
export interface PendingOperation {
  readonly resource: ResourceState;
  readonly type: PendingOperationType;
}

/** The state of one stack. */
export interface DeploymentState {
  /** In topological order: what a resource refers to stands before it. */
  readonly resources: readonly ResourceState[];
  readonly pendingOperations: readonly PendingOperation[];
}

/** One completed step, as a change of the state. Old objects are named by identity. */
export interface StateChange {
  /** The operation, given to `begin` before, that this completes. */
  readonly operation?: PendingOperation;
  /** A state that joins the resources of this run, in order of completion. */
  readonly put?: ResourceState;
  /** A state that is gone. */
  readonly drop?: ResourceState;
  /** A state that changes where it stands, for example one that is now marked `delete`. */
  readonly amend?: { readonly old: ResourceState; readonly now: ResourceState };
}

/** Where a run records what it does; when a method returns, a killed process does not lose it. */
export interface RunRecorder {
  begin(operation: PendingOperation): void;
  complete(change: StateChange): void;
  /** The state as it stands: what this run has put first, then what it has not come to. */
  state(): DeploymentState;
}
