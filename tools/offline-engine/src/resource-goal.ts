import type { PropertyMap, PropertyValue } from "./provider";
import type { CustomTimeouts } from "./resource-state";

/** Another identity that a resource had before: a whole URN, or the parts that differ from its present one. */
export type AliasGoal =
  | { readonly urn: string }
  | {
      readonly urn?: undefined;
      readonly name?: string;
      readonly type?: string;
      readonly stack?: string;
      readonly project?: string;
      readonly parent?: string;
      readonly noParent?: boolean;
    };

/** A function of the program that the engine calls back: address of the program's server and a token. */
export interface CallbackTarget {
  readonly target: string;
  readonly token: string;
}

/** What the program wants one resource to be. Undefined means "the program did not say". */
export interface ResourceGoal {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent?: string;
  /** Secrets in wire form. */
  readonly inputs: PropertyMap;
  /** `<provider urn>::<provider id>`. */
  readonly provider?: string;
  /** Provider references by package, for the children of a component. */
  readonly providers: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly replaceWith: readonly string[];
  readonly replacementTrigger?: PropertyValue;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly hideDiff: readonly string[];
  readonly deleteBeforeReplace?: boolean;
  readonly additionalSecretOutputs: readonly string[];
  readonly aliases: readonly AliasGoal[];
  readonly importId?: string;
  readonly customTimeouts?: CustomTimeouts;
  readonly version: string;
  readonly pluginDownloadUrl: string;
  readonly transforms: readonly CallbackTarget[];
  /** `project:///index.ts#L,C`, or a file URL. */
  readonly sourcePosition?: string;
}

/** What the program wants to know of a resource that it does not manage. */
export interface ReadGoal {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent?: string;
  readonly inputs: PropertyMap;
  readonly provider?: string;
  readonly dependencies: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly version: string;
  readonly pluginDownloadUrl: string;
  readonly sourcePosition?: string;
}
