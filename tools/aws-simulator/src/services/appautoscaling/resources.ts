import type { ResourceDefinition } from "../../resource-definition";
import { policy } from "./policy";
import { scheduledAction } from "./scheduled-action";
import { target } from "./target";

/** The types of Application Auto Scaling. */
export const appautoscalingResources: readonly ResourceDefinition[] = [policy, scheduledAction, target];
