import type { PropertyMap, PropertyValue } from "./provider";
import type { PendingOperationType } from "./resource-state";

/** The shapes of Pulumi's checkpoint files: sdk/go/common/apitype/core.go of pulumi/pulumi. */
export interface VersionedCheckpoint {
  readonly version: number;
  /** Only in version 4: parts of the format that a reader must know. */
  readonly features?: readonly string[];
  readonly checkpoint: {
    /** `organization/<project>/<stack>`. */
    readonly stack: string;
    /** Absent for a stack that was never deployed. */
    readonly latest?: DeploymentV3;
  };
}

export interface DeploymentV3 {
  readonly manifest: {
    /** RFC 3339. */
    readonly time: string;
    /** SHA-256 of `version`, in hex; empty when `version` is. */
    readonly magic: string;
    readonly version: string;
  };
  readonly secrets_providers?: { readonly type: string; readonly state?: PropertyMap };
  readonly resources?: readonly ResourceV3[];
  readonly pending_operations?: readonly OperationV3[];
  readonly metadata: PropertyMap;
}

export interface OperationV3 {
  readonly resource: ResourceV3;
  readonly type: PendingOperationType;
}

export interface ResourceV3 {
  readonly urn: string;
  readonly custom: boolean;
  readonly type: string;
  readonly id?: string;
  readonly delete?: boolean;
  readonly inputs?: PropertyMap;
  readonly outputs?: PropertyMap;
  readonly parent?: string;
  readonly protect?: boolean;
  readonly external?: boolean;
  readonly dependencies?: readonly string[];
  readonly initErrors?: readonly string[];
  readonly provider?: string;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
  readonly pendingReplacement?: boolean;
  readonly additionalSecretOutputs?: readonly string[];
  readonly aliases?: readonly string[];
  /** Seconds. */
  readonly customTimeouts?: {
    readonly create?: number;
    readonly update?: number;
    readonly delete?: number;
    readonly read?: number;
  };
  readonly importID?: string;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly sourcePosition?: string;
  readonly stackTrace?: readonly { readonly sourcePosition: string }[];
  readonly ignoreChanges?: readonly string[];
  readonly hideDiff?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly replacementTrigger?: PropertyValue;
}
