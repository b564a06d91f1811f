import type { ResourceDefinition } from "../../resource-definition";
import { attachment } from "./attachment";
import { group } from "./group";
import { lifecycleHook } from "./lifecycle-hook";
import { notification } from "./notification";
import { policy } from "./policy";
import { schedule } from "./schedule";
import { tag } from "./tag";

/** The types of EC2 Auto Scaling. */
export const autoscalingResources: readonly ResourceDefinition[] = [attachment, group, lifecycleHook, notification, policy, schedule, tag];
