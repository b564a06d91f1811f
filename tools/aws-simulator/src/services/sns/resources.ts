import type { ResourceDefinition } from "../../resource-definition";
import { topic } from "./topic";
import { topicPolicy } from "./topic-policy";
import { topicSubscription } from "./topic-subscription";

export const snsResources: readonly ResourceDefinition[] = [topic, topicPolicy, topicSubscription];
