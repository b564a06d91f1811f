import type { ResourceDefinition } from "../../resource-definition";
import { alias } from "./alias";
import { key } from "./key";
import { replicaKey } from "./replica-key";

export const kmsResources: readonly ResourceDefinition[] = [key, alias, replicaKey];
