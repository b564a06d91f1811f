import { createRequire } from "node:module";

/**
 * Loads a module when it is first needed. The Pulumi SDK takes about a second to load and gRPC a good part of that;
 * whoever only reads a state, or only needs a type of this package, does not pay for them.
 */
export const loadOnDemand = createRequire(__filename);
