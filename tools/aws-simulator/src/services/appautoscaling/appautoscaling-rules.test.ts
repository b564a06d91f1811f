import type { PropertyMap } from "@org/offline-engine";
import { testRules } from "../../rule-cases.fixture";
import { appautoscalingResources } from "./resources";

const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";
const SCHEDULE = "aws:appautoscaling/scheduledAction:ScheduledAction";
const reads: PropertyMap = { resourceId: "table/orders", scalableDimension: "dynamodb:table:ReadCapacityUnits", serviceNamespace: "dynamodb" };

testRules(
  [
    {
      rule: "appautoscaling/target-bounds",
      code: "ValidationException",
      message: "Maximum capacity cannot be less than minimum capacity",
      remedy: "Set minCapacity <= maxCapacity.",
      bad: ({ account }) => account.create(TARGET, "a", { ...reads, minCapacity: 10, maxCapacity: 5 }),
      good: ({ account }) => account.create(TARGET, "a", { ...reads, minCapacity: 5, maxCapacity: 5 }),
    },
    {
      rule: "appautoscaling/target-dimension",
      code: "ValidationException",
      message: "Unsupported service namespace, resource type or scalable dimension: ecs, dynamodb:table:ReadCapacityUnits",
      remedy: "Use a dimension that begins with the service namespace: dynamodb:table:ReadCapacityUnits.",
      bad: ({ account }) => account.create(TARGET, "a", { ...reads, minCapacity: 1, maxCapacity: 5, serviceNamespace: "ecs" }),
      good: ({ account }) => account.create(TARGET, "a", { ...reads, minCapacity: 1, maxCapacity: 5 }),
    },
    {
      rule: "appautoscaling/policy-target-registered",
      code: "ObjectNotFoundException",
      message: "No scalable target registered for service namespace: dynamodb, resource ID: table/orders, scalable dimension: dynamodb:table:ReadCapacityUnits",
      remedy: "Make an aws.appautoscaling.Target of the same resource and dimension, and use its outputs.",
      bad: ({ account }) => account.create(POLICY, "a", { ...reads, policyType: "TargetTrackingScaling" }),
      good: ({ account }) => {
        account.create(TARGET, "a", { ...reads, minCapacity: 1, maxCapacity: 5 });
        account.create(POLICY, "a", { ...reads, policyType: "TargetTrackingScaling" });
      },
    },
    {
      rule: "appautoscaling/scheduled-action-target-registered",
      code: "ObjectNotFoundException",
      message: "No scalable target registered for service namespace: dynamodb, resource ID: table/orders, scalable dimension: dynamodb:table:ReadCapacityUnits",
      remedy: "Make an aws.appautoscaling.Target of the same resource and dimension, and use its outputs.",
      bad: ({ account }) => account.create(SCHEDULE, "a", { ...reads, schedule: "rate(1 day)", scalableTargetAction: { minCapacity: 1 } }),
      good: ({ account }) => {
        account.create(TARGET, "a", { ...reads, minCapacity: 1, maxCapacity: 5 });
        account.create(SCHEDULE, "a", { ...reads, schedule: "rate(1 day)", scalableTargetAction: { minCapacity: 1 } });
      },
    },
  ],
  appautoscalingResources,
);
