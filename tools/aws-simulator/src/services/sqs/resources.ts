import type { ResourceDefinition } from "../../resource-definition";
import { queue } from "./queue";
import { queuePolicy } from "./queue-policy";

export const sqsResources: readonly ResourceDefinition[] = [queue, queuePolicy];
