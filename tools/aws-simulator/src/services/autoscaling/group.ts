import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { Reference } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import { capacityRules } from "./group-capacity";
import { templateRules, templatesOf } from "./group-launch-template";

const subnets: Reference = {
  path: "vpcZoneIdentifiers[]",
  to: "aws:ec2/subnet:Subnet",
  notFound: (id) => ({ code: "ValidationError", message: `The subnet ID '${id}' does not exist` }),
  holds: ({ id }, group) =>
    Number(group.outputs["desiredCapacity"]) === 0
      ? undefined
      : { code: "DependencyViolation", message: `The subnet '${id}' has dependencies and cannot be deleted.` },
};

const targetGroups: Reference = {
  path: "targetGroupArns[]",
  to: "aws:lb/targetGroup:TargetGroup",
  notFound: (arn) => ({ code: "ValidationError", message: `Target group ARN '${arn}' is not valid: it does not exist` }),
};

function zonesOf(context: ResourceContext): PropertyValue {
  const ids = context.inputs["vpcZoneIdentifiers"];
  const zones = (Array.isArray(ids) ? ids : []).map((id) => context.find("aws:ec2/subnet:Subnet", String(id))?.outputs["availabilityZone"]);
  return [...new Set(zones.filter((zone) => zone !== undefined))].sort();
}

/** The launch template with what names it: id and name are each other's completion. */
function launchTemplate(context: ResourceContext): PropertyValue | undefined {
  const given = context.inputs["launchTemplate"];
  if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
  const template = templatesOf(context)[0]?.template;
  return {
    id: given["id"] ?? template?.id ?? "",
    name: given["name"] ?? template?.outputs["name"] ?? "",
    version: given["version"] ?? "$Default",
  };
}

/** A group launches from one of the two; the other is gone when it changes from one to the other. */
function givenUp({ inputs, object }: ResourceContext): PropertyMap {
  const gone = ["launchTemplate", "mixedInstancesPolicy"].filter(
    (way) => inputs[way] === undefined && (object?.outputs[way] ?? null) !== null,
  );
  return Object.fromEntries(gone.map((way) => [way, null]));
}

function filled(context: ResourceContext): PropertyMap {
  const { inputs, object } = context;
  const min = Number(inputs["minSize"]);
  const kept = Number(object?.outputs["desiredCapacity"] ?? min);
  const template = launchTemplate(context);
  return {
    availabilityZones: inputs["availabilityZones"] ?? zonesOf(context),
    // Auto Scaling moves the capacity that nobody asks for into the new bounds.
    desiredCapacity: inputs["desiredCapacity"] ?? Math.min(Math.max(kept, min), Number(inputs["maxSize"])),
    ...(template === undefined ? {} : { launchTemplate: template }),
  };
}

export const group = defineResource({
  type: "aws:autoscaling/group:Group",
  defaults: {
    forceDelete: false,
    forceDeleteWarmPool: false,
    healthCheckGracePeriod: 300,
    ignoreFailedScalingActivities: false,
    metricsGranularity: "1Minute",
    protectFromScaleIn: false,
    waitForCapacityTimeout: "10m",
  },
  comparisons: {
    availabilityZones: "set",
    enabledMetrics: "set",
    loadBalancers: "set",
    suspendedProcesses: "set",
    tags: "set",
    targetGroupArns: "set",
    trafficSources: "set",
    vpcZoneIdentifiers: "set",
  },
  name: {
    taken: (name) => ({
      code: "AlreadyExists",
      message: `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`,
    }),
  },
  references: [
    subnets,
    targetGroups,
    { path: "launchTemplate.id", to: "aws:ec2/launchTemplate:LaunchTemplate" },
    { path: "launchTemplate.name", to: "aws:ec2/launchTemplate:LaunchTemplate", byName: true },
    { path: "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId", to: "aws:ec2/launchTemplate:LaunchTemplate" },
  ],
  rules: [...capacityRules, ...templateRules],
  create(context) {
    const { inputs } = context;
    const { name, outputs } = physicalName(context);
    return {
      id: name,
      arn: context.arn("autoscaling", `autoScalingGroup:${context.identifiers.uuid()}:autoScalingGroupName/${name}`),
      outputs: {
        availabilityZoneDistribution: inputs["availabilityZoneDistribution"] ?? { capacityDistributionStrategy: "balanced-best-effort" },
        capacityReservationSpecification: inputs["capacityReservationSpecification"] ?? { capacityReservationPreference: "default" },
        defaultCooldown: inputs["defaultCooldown"] ?? 300,
        healthCheckType: inputs["healthCheckType"] ?? "EC2",
        loadBalancers: inputs["loadBalancers"] ?? [],
        ...outputs,
        predictedCapacity: 0,
        serviceLinkedRoleArn:
          inputs["serviceLinkedRoleArn"] ??
          context.arn("iam", "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling", { region: "" }),
        targetGroupArns: inputs["targetGroupArns"] ?? [],
        trafficSources: inputs["trafficSources"] ?? [],
        vpcZoneIdentifiers: inputs["vpcZoneIdentifiers"] ?? [],
        warmPoolSize: 0,
        ...filled(context),
      },
    };
  },
  update: (context) => ({ ...givenUp(context), ...filled(context) }),
});
