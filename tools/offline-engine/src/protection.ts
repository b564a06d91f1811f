import { ProviderError } from "./provider";
import type { ResourceState } from "./resource-state";

/** Why a protected resource is not deleted. */
export function protectionError(state: ResourceState, verb: "delete" | "replace"): ProviderError {
  return new ProviderError(
    "Protected",
    `cannot ${verb} ${state.urn}: it is protected`,
    "Take `protect: true` out of the resource's options (or switch the stack to the ephemeral profile), deploy that, and then try again.",
  );
}
