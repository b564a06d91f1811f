import type { ResourceDefinition } from "../../resource-definition";
import { encryptionByDefault } from "./encryption-by-default";
import { snapshotBlockPublicAccess } from "./snapshot-block-public-access";

export const ebsResources: readonly ResourceDefinition[] = [encryptionByDefault, snapshotBlockPublicAccess];
