import type { ResourceDefinition } from "../../resource-definition";
import { listener } from "./listener";
import { listenerCertificate } from "./listener-certificate";
import { listenerRule } from "./listener-rule";
import { loadBalancer } from "./load-balancer";
import { targetGroup } from "./target-group";
import { targetGroupAttachment } from "./target-group-attachment";

/** The types of Elastic Load Balancing. */
export const lbResources: readonly ResourceDefinition[] = [
  listener,
  listenerCertificate,
  listenerRule,
  loadBalancer,
  targetGroup,
  targetGroupAttachment,
];
