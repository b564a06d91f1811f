import { isDeepStrictEqual } from "node:util";
import type { ResourceContext } from "./resource-context";

/** Whether an update changes one of the inputs. */
export function changesInput(context: ResourceContext, ...properties: readonly string[]): boolean {
  const old = context.object?.inputs ?? {};
  return properties.some((property) => !isDeepStrictEqual(old[property], context.inputs[property]));
}
