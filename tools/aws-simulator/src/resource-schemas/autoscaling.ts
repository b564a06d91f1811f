import type { SchemaRow } from "../resource-schema";

export const autoscalingSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:autoscaling/attachment:Attachment": {
    required: "autoscalingGroupName",
    replaceUnknown: true,
  },
  "aws:autoscaling/group:Group": {
    required: "maxSize minSize",
    replaceUncertain: "name namePrefix",
    outputs: "arn predictedCapacity warmPoolSize",
    computed: "availabilityZoneDistribution availabilityZones capacityReservationSpecification defaultCooldown desiredCapacity healthCheckType instanceLifecyclePolicy launchTemplate loadBalancers mixedInstancesPolicy name namePrefix serviceLinkedRoleArn targetGroupArns trafficSources vpcZoneIdentifiers",
  },
  "aws:autoscaling/lifecycleHook:LifecycleHook": {
    required: "autoscalingGroupName lifecycleTransition",
    replace: "autoscalingGroupName",
    replaceUncertain: "name",
    computed: "defaultResult name",
  },
  "aws:autoscaling/notification:Notification": {
    required: "groupNames notifications topicArn",
    replaceUnknown: true,
  },
  "aws:autoscaling/policy:Policy": {
    required: "autoscalingGroupName",
    replace: "autoscalingGroupName",
    replaceUncertain: "name",
    outputs: "arn",
    computed: "metricAggregationType name",
  },
  "aws:autoscaling/schedule:Schedule": {
    required: "autoscalingGroupName scheduledActionName",
    outputs: "arn",
    computed: "desiredCapacity endTime maxSize minSize recurrence startTime timeZone",
    replaceUnknown: true,
  },
  "aws:autoscaling/tag:Tag": {
    required: "autoscalingGroupName tag",
    replaceUnknown: true,
  },
  "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment": {
    required: "autoscalingGroupName",
    replaceUnknown: true,
  },
};
