import type { ResourceDefinition } from "../../resource-definition";
import { record } from "./record";
import { zone } from "./zone";

export const route53Resources: readonly ResourceDefinition[] = [zone, record];
