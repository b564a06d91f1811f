import type { ResourceDefinition } from "../../resource-definition";
import { distribution } from "./distribution";
import { cloudFrontFunction } from "./function";
import { monitoringSubscription } from "./monitoring-subscription";
import { originAccessControl } from "./origin-access-control";
import { cachePolicy, originRequestPolicy, responseHeadersPolicy } from "./policies";
import { vpcOrigin } from "./vpc-origin";

export const cloudfrontResources: readonly ResourceDefinition[] = [
  distribution,
  monitoringSubscription,
  originAccessControl,
  cachePolicy,
  originRequestPolicy,
  responseHeadersPolicy,
  cloudFrontFunction,
  vpcOrigin,
];
