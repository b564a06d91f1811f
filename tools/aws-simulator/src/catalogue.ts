import type { ResourceDefinition } from "./resource-definition";
import { ec2Resources } from "./services/ec2/resources";

/** Every resource type that is simulated, by its token. */
export const catalogue: ReadonlyMap<string, ResourceDefinition> = new Map(
  [...ec2Resources].map((definition) => [definition.type, definition]),
);
