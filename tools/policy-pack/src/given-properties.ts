import { type PropertyMap, UNKNOWN } from "@org/offline-engine";
import type { ResourceValidationPolicy } from "@pulumi/policy";
import { knownPart } from "./known-part";

/** A map of which nothing is known, for a resource that the engine did not show. */
const NOT_SHOWN: PropertyMap = new Proxy({}, { get: () => UNKNOWN });

/**
 * What each resource was given. An engine shows that to the policies of one resource only, before the resource is made;
 * those of the stack see at the end what became of it. So this listens to the one for the other.
 */
export class GivenProperties {
  readonly #byUrn = new Map<string, PropertyMap>();

  readonly policy: ResourceValidationPolicy = {
    name: "given-properties",
    description: "Judges nothing: it keeps what each resource is given for the policies that look at the stack.",
    enforcementLevel: "advisory",
    validateResource: ({ urn, props }) => {
      this.#byUrn.set(urn, knownPart(props) as PropertyMap);
    },
  };

  of(urn: string): PropertyMap {
    return this.#byUrn.get(urn) ?? NOT_SHOWN;
  }
}
