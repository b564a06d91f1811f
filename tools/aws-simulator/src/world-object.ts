import type { PropertyMap } from "@org/offline-engine";

/** One object of the simulated account. */
export interface WorldObject {
  readonly type: string;
  /** Unique among the objects of its type and region. */
  readonly id: string;
  /** Region it lives in; empty for a global service's. */
  readonly region: string;
  readonly arn?: string;
  /** Resource that made it; empty for what AWS made by itself (a VPC's default security group). */
  readonly urn: string;
  /** Key under which its name is taken, as the type's definition writes it. */
  readonly nameKey?: string;
  /** What was asked for. */
  readonly inputs: PropertyMap;
  /** What is: inputs, defaults, and what AWS decided. */
  readonly outputs: PropertyMap;
  /** Values of other objects that this one refers to: ids, ARNs or names, prefixed by their type. */
  readonly references: readonly string[];
  /** Key of the object that this one lives and dies with. */
  readonly owner?: string;
  /** Types of the parts that were deleted from it, where AWS then does not go back to what a new object has. */
  readonly deletedParts?: readonly string[];
  /** ISO date of the deletion that has been asked for and that AWS carries out later: KMS keys, secrets. */
  readonly deletionDate?: string;
}

/** Key of an object in its world. */
export function keyOf(object: { readonly type: string; readonly region: string; readonly id: string }): string {
  return `${object.type}|${object.region}|${object.id}`;
}
