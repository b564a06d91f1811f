import { isUnknown } from "@org/offline-engine";
import { valueAt } from "../../property-path";
import type { Rule } from "../../rule";

const API = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html";
const MAINTENANCE = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMaintenancePolicy.html";
const HEALTH_CHECKS = ["EC2", "ELB", "EBS", "VPC_LATTICE"];

const bounds: Rule = {
  id: "autoscaling/group-bounds",
  source: API,
  cause: "minSize is not above maxSize, and desiredCapacity lies between them.",
  remedy: "Set minSize <= desiredCapacity <= maxSize.",
  // The three are compared pair by pair, as far as they are known.
  reads: [],
  refuse(context) {
    const [min, max, desired] = ["minSize", "maxSize", "desiredCapacity"].map((property) => context.number(property));
    if (min !== undefined && max !== undefined && min > max) {
      return { code: "ValidationError", message: `Max bound, ${max}, must be greater than or equal to min bound, ${min}` };
    }
    const outside = desired !== undefined && ((min !== undefined && desired < min) || (max !== undefined && desired > max));
    if (!outside || min === undefined || max === undefined) return undefined;
    return { code: "ValidationError", message: `Desired capacity:${desired} must be between the specified min size:${min} and max size:${max}` };
  },
};

const notNegative: Rule = {
  id: "autoscaling/group-not-negative",
  source: API,
  cause: "Sizes and waiting times are not negative.",
  remedy: "Use 0 or more.",
  reads: ["minSize", "maxSize", "healthCheckGracePeriod", "defaultCooldown"],
  refuse(context) {
    for (const property of ["minSize", "maxSize", "healthCheckGracePeriod", "defaultCooldown"]) {
      const value = context.number(property);
      if (value !== undefined && value < 0) return { code: "ValidationError", message: `${property} must not be negative, got ${value}` };
    }
    return undefined;
  },
};

const placed: Rule = {
  id: "autoscaling/group-placed",
  source: API,
  cause: "A group runs in subnets or in zones.",
  remedy: "Pass vpcZoneIdentifiers.",
  reads: [],
  refuse({ inputs }) {
    const given = ["vpcZoneIdentifiers", "availabilityZones"].some((property) => {
      const list = inputs[property];
      return isUnknown(list) || (Array.isArray(list) && list.length > 0);
    });
    return given ? undefined : { code: "ValidationError", message: "At least one Availability Zone or VPC Subnet is required." };
  },
};

const healthCheck: Rule = {
  id: "autoscaling/group-health-check-type",
  source: API,
  cause: "The type of a group's health check is one of Auto Scaling's.",
  remedy: `Use ${HEALTH_CHECKS.join(", ")}, or several of them parted by commas.`,
  reads: ["healthCheckType"],
  refuse(context) {
    const type = context.text("healthCheckType");
    if (type === undefined || type.split(",").every((part) => HEALTH_CHECKS.includes(part.trim()))) return undefined;
    return { code: "ValidationError", message: `Invalid HealthCheckType: ${type}` };
  },
};

const lifetime: Rule = {
  id: "autoscaling/group-instance-lifetime",
  source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html",
  cause: "The lifetime of instances is limited to a day or more, or not at all.",
  remedy: "Set maxInstanceLifetime to 86400 to 31536000 seconds, or to 0.",
  reads: ["maxInstanceLifetime"],
  refuse(context) {
    const seconds = context.number("maxInstanceLifetime");
    if (seconds === undefined || seconds === 0 || (seconds >= 86_400 && seconds <= 31_536_000)) return undefined;
    return { code: "ValidationError", message: `MaxInstanceLifetime must be 0 or between 86400 and 31536000 seconds, got ${seconds}` };
  },
};

const maintenance: Rule = {
  id: "autoscaling/group-maintenance-policy",
  source: MAINTENANCE,
  cause: "minHealthyPercentage is 0 to 100, maxHealthyPercentage 100 to 200, and they differ by at most 100; or both are -1.",
  remedy: "Set for example minHealthyPercentage 100 and maxHealthyPercentage 200.",
  reads: ["instanceMaintenancePolicy"],
  refuse({ inputs }) {
    const min = valueAt(inputs, "instanceMaintenancePolicy.minHealthyPercentage");
    const max = valueAt(inputs, "instanceMaintenancePolicy.maxHealthyPercentage");
    if (typeof min !== "number" || typeof max !== "number" || (min === -1 && max === -1)) return undefined;
    if (min >= 0 && min <= 100 && max >= 100 && max <= 200 && max - min <= 100) return undefined;
    return { code: "ValidationError", message: `Invalid InstanceMaintenancePolicy: MinHealthyPercentage ${min}, MaxHealthyPercentage ${max}` };
  },
};

/** What Auto Scaling asks of a group's numbers and place. */
export const capacityRules: readonly Rule[] = [bounds, notNegative, placed, healthCheck, lifetime, maintenance];
