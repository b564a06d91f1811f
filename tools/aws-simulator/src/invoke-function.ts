import type { PropertyMap } from "@org/offline-engine";
import type { Identifiers } from "./identifiers";
import type { Partition } from "./regions";
import type { WorldObject } from "./world-object";

/** What a data source may look at. */
export interface InvokeContext {
  readonly args: PropertyMap;
  readonly accountId: string;
  readonly region: string;
  readonly partition: Partition;
  /** Draws from the seed, the token and the arguments: the same question has the same answer. */
  readonly identifiers: Identifiers;
  /** Draws that differ from call to call, as a random password does. */
  readonly fresh: Identifiers;
  /** Looks an object up by id or ARN in the region of the request and the global services. */
  find(type: string, idOrArn: string): WorldObject | undefined;
  objectsOf(type: string): WorldObject[];
}

/** What was wrong with a question, in the provider's words. */
export interface InvokeProblem {
  readonly property?: string;
  readonly reason: string;
}

/** One data source. Each has a file of its own: `functions/<function>.ts`. */
export interface FunctionDefinition {
  /** Function token, for example `aws:index/getRegion:getRegion`. */
  readonly token: string;
  invoke(context: InvokeContext): PropertyMap | InvokeProblem[];
}

/** Says, with types, what one data source answers. */
export function defineFunction(definition: FunctionDefinition): FunctionDefinition {
  return definition;
}
