import type { Rule } from "../../rule";
import { busNotOpen } from "./bus-not-open";
import { busPolicy } from "./bus-policy";
import { endpointReplication } from "./endpoint-replication";
import { targetDeadLetters } from "./target-dead-letters";
import { topicDeliveryAuthorised } from "./topic-delivery-authorised";

export const eventbridgeRules: readonly Rule[] = [
  busPolicy,
  busNotOpen,
  endpointReplication,
  targetDeadLetters,
  topicDeliveryAuthorised,
];
