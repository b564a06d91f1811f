import type { ResourceDefinition } from "../../resource-definition";
import { alias } from "./alias";
import { key } from "./key";
import { keyPolicy } from "./key-policy-resource";
import { replicaKey } from "./replica-key";

export const kmsResources: readonly ResourceDefinition[] = [key, keyPolicy, alias, replicaKey];
