import type { ResourceDefinition } from "../../resource-definition";
import { compositeAlarm } from "./composite-alarm";
import { dashboard } from "./dashboard";
import { eventBus } from "./event-bus";
import { eventRule } from "./event-rule";
import { eventTarget } from "./event-target";
import { logDelivery } from "./log-delivery";
import { logDeliveryDestination } from "./log-delivery-destination";
import { logDeliverySource } from "./log-delivery-source";
import { logGroup } from "./log-group";
import { logMetricFilter } from "./log-metric-filter";
import { logResourcePolicy } from "./log-resource-policy";
import { metricAlarm } from "./metric-alarm";

export const cloudwatchResources: readonly ResourceDefinition[] = [
  logGroup,
  logResourcePolicy,
  logMetricFilter,
  logDeliverySource,
  logDeliveryDestination,
  logDelivery,
  eventBus,
  eventRule,
  eventTarget,
  metricAlarm,
  compositeAlarm,
  dashboard,
];
