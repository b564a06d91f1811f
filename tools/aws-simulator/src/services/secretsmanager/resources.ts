import type { ResourceDefinition } from "../../resource-definition";
import { secret } from "./secret";
import { secretPolicy } from "./secret-policy";
import { secretRotation } from "./secret-rotation";
import { secretVersion } from "./secret-version";

export const secretsmanagerResources: readonly ResourceDefinition[] = [
  secret,
  secretPolicy,
  secretRotation,
  secretVersion,
];
