import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import type { PropertyPath } from "./property-path";
import type { ResourceContext } from "./resource-context";
import type { SchemaRow } from "./resource-schema";
import type { Refusal, Rule } from "./rule";
import type { WorldObject } from "./world-object";

/** The property that carries a type's physical name. The rule for its text stands in `name-rules.ts`. */
export interface NameDefinition {
  /** @default "name" */
  readonly property?: string;
  /** Pulumi makes a name, `<logical name>-<7 hex>`, when the program gives none. @default true */
  readonly autoName?: boolean;
  /** What every name of this type begins with, for those that Pulumi makes: `alias/`. */
  readonly autoNamePrefix?: string;
  /** What AWS answers to a name that is taken. Leave it out where AWS overwrites silently or needs no unique name. */
  readonly taken?: (name: string, holder: WorldObject, context: ResourceContext) => Refusal;
  /** Names are unique within it. @default "region" */
  readonly scope?: "global" | "region" | { readonly within: PropertyPath };
  /** Two names that differ in case alone are one. @default false */
  readonly ignoreCase?: boolean;
}

/** An input that names another object: what must exist before this one, and what cannot be deleted before it. */
export interface Reference {
  readonly path: PropertyPath;
  /** Type token or tokens of what it may name, by id, or by ARN. */
  readonly to: string | readonly string[];
  /** The value is the object's name, and the name is not its id. */
  readonly byName?: true;
  /** What AWS answers when it names nothing. Absent: AWS does not look. An ARN of another account is never looked up. */
  readonly notFound?: (value: string, context: ResourceContext) => Refusal | undefined;
  /** The object is a part of the one it names: AWS deletes it with that one. */
  readonly within?: true;
  /** What AWS answers when the named object is deleted while this one exists. Absent: AWS does not mind. */
  readonly holds?: (target: WorldObject, holder: WorldObject) => Refusal | undefined;
}

/** An object that AWS makes together with another: a VPC's main route table. It goes when the other goes. */
export interface Companion {
  readonly type: string;
  readonly id: string;
  readonly arn?: string;
  readonly outputs: PropertyMap;
}

/** What a creation gives. Inputs, defaults, `region` and `tagsAll` are added by the provider. */
export interface Created {
  readonly id: string;
  readonly arn?: string;
  /** What AWS decides, and optional inputs that it filled. `arn` is added when the type has that output. */
  readonly outputs?: PropertyMap;
  readonly companions?: readonly Companion[];
}

/** Something AWS refuses to delete, beyond what {@link Reference.holds} says. */
export interface DeleteRule extends Omit<Rule, "refuse" | "reads" | "on" | "deploymentOnly"> {
  refuse(object: WorldObject, context: ResourceContext): Refusal | undefined;
}

/** How a property's old and new value are compared where order or layout means nothing to AWS. */
export type Comparison = "set" | "json";

/** One resource type of AWS. Each type has a file of its own: `services/<service>/<type>.ts`. */
export interface ResourceDefinition {
  /** Type token, for example `aws:ec2/subnet:Subnet`. */
  readonly type: string;
  /** Laid over the row of `resource-schemas/`: a member given here takes the place of the table's. */
  readonly schema?: SchemaRow;
  /** Inputs that the provider itself fills in when they are left out. */
  readonly defaults?: PropertyMap;
  /** Inputs that are used and never kept: `secretStringWo`. */
  readonly writeOnly?: readonly string[];
  readonly comparisons?: Readonly<Record<string, Comparison>>;
  /** Properties that force a replacement by the way they change; `changed` are those that differ. */
  readonly replaceWhen?: (olds: PropertyMap, news: PropertyMap, changed: ReadonlySet<string>) => readonly string[];
  /** Outputs that an update changes, hence unknown in its preview: a launch template's `latestVersion`. */
  readonly volatile?: readonly string[] | ((context: ResourceContext) => readonly string[]);
  readonly name?: NameDefinition;
  readonly references?: readonly Reference[];
  readonly rules?: readonly Rule[];
  readonly deleteRules?: readonly DeleteRule[];
  /** Inputs that the provider completes from within, known as soon as they are: the rest of a given health check. */
  readonly completes?: (inputs: PropertyMap) => PropertyMap;
  create(context: ResourceContext): Created;
  /** What an update changes beside the inputs; `context.object` is the object before it. */
  readonly update?: (context: ResourceContext) => PropertyMap;
  /** Outputs that follow from other objects, as a refresh finds them. */
  readonly observe?: (object: WorldObject, context: ResourceContext) => PropertyMap;
  /** What it was {@link Reference.within} remembers its deletion, in {@link WorldObject.deletedParts}. */
  readonly remembered?: true;
  /**
   * It is a setting, which is always there: a deletion only puts these values over what is set. A creation overwrites
   * what is set, whoever set it.
   */
  readonly afterDeletion?: PropertyMap;
  /** Days until AWS carries the deletion out; the name stays taken so long. Zero: at once. */
  readonly deletionDays?: (object: WorldObject) => number;
}

/** Says, with types, what one resource type is. */
export function defineResource(definition: ResourceDefinition): ResourceDefinition {
  return definition;
}

/** A string input; undefined when it is missing or of another kind. */
export function stringInput(inputs: PropertyMap, property: string): string | undefined {
  const value: PropertyValue | undefined = inputs[property];
  return typeof value === "string" ? value : undefined;
}
