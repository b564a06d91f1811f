import type { PropertyMap } from "@org/offline-engine";
import { testRules } from "../../rule-cases.fixture";
import { machineImageId } from "../ec2/machine-image";
import type { Landscape } from "../landscape.fixture";
import { autoscalingResources } from "./resources";

const GROUP = "aws:autoscaling/group:Group";
const POLICY = "aws:autoscaling/policy:Policy";
const HOOK = "aws:autoscaling/lifecycleHook:LifecycleHook";
const tracking = (metric: PropertyMap): PropertyMap => ({
  policyType: "TargetTrackingScaling",
  targetTrackingConfiguration: { targetValue: 50, predefinedMetricSpecification: metric },
});

function fleet(landscape: Landscape, over: PropertyMap = {}): PropertyMap {
  return {
    minSize: 1,
    maxSize: 2,
    vpcZoneIdentifiers: [landscape.subnet().id],
    launchTemplate: { id: landscape.template().id, version: "1" },
    ...over,
  };
}

function launching(landscape: Landscape, over: PropertyMap): PropertyMap {
  return fleet(landscape, { launchTemplate: { id: landscape.template("other", over).id, version: "$Latest" } });
}

testRules(
  [
    {
      rule: "autoscaling/group-bounds",
      code: "ValidationError",
      message: "Max bound, 2, must be greater than or equal to min bound, 5",
      remedy: "Set minSize <= desiredCapacity <= maxSize.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { minSize: 5 })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { minSize: 2 })),
    },
    {
      rule: "autoscaling/group-bounds",
      code: "ValidationError",
      message: "Desired capacity:3 must be between the specified min size:1 and max size:2",
      remedy: "Set minSize <= desiredCapacity <= maxSize.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { desiredCapacity: 3 })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { desiredCapacity: 2 })),
    },
    {
      rule: "autoscaling/group-not-negative",
      code: "ValidationError",
      message: "healthCheckGracePeriod must not be negative, got -1",
      remedy: "Use 0 or more.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { healthCheckGracePeriod: -1 })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { healthCheckGracePeriod: 0 })),
    },
    {
      rule: "autoscaling/group-placed",
      code: "ValidationError",
      message: "At least one Availability Zone or VPC Subnet is required.",
      remedy: "Pass vpcZoneIdentifiers.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { vpcZoneIdentifiers: [] })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { vpcZoneIdentifiers: null, availabilityZones: ["us-east-1a"] })),
    },
    {
      rule: "autoscaling/group-health-check-type",
      code: "ValidationError",
      message: "Invalid HealthCheckType: ALB",
      remedy: "Use EC2, ELB, EBS, VPC_LATTICE, or several of them parted by commas.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { healthCheckType: "ALB" })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { healthCheckType: "ELB" })),
    },
    {
      rule: "autoscaling/group-instance-lifetime",
      code: "ValidationError",
      message: "MaxInstanceLifetime must be 0 or between 86400 and 31536000 seconds, got 3600",
      remedy: "Set maxInstanceLifetime to 86400 to 31536000 seconds, or to 0.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { maxInstanceLifetime: 3600 })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { maxInstanceLifetime: 86_400 })),
    },
    {
      rule: "autoscaling/group-maintenance-policy",
      code: "ValidationError",
      message: "Invalid InstanceMaintenancePolicy: MinHealthyPercentage 50, MaxHealthyPercentage 200",
      remedy: "Set for example minHealthyPercentage 100 and maxHealthyPercentage 200.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { instanceMaintenancePolicy: { minHealthyPercentage: 50, maxHealthyPercentage: 200 } })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { instanceMaintenancePolicy: { minHealthyPercentage: 100, maxHealthyPercentage: 200 } })),
    },
    {
      rule: "autoscaling/group-name-free",
      code: "AlreadyExists",
      message: "AutoScalingGroup by this name already exists - A group with the name web already exists",
      remedy: "Choose another name, or delete what has it. A replacement meets the old resource: let its name change with it, or set deleteBeforeReplace.",
      bad: (l) => {
        l.account.create(GROUP, "a", fleet(l, { name: "web" }));
        l.account.create(GROUP, "b", fleet(l, { name: "web" }));
      },
      good: (l) => {
        l.account.create(GROUP, "a", fleet(l, { name: "web" }));
        l.account.create(GROUP, "b", fleet(l, { name: "Web" }));
      },
    },
    {
      rule: "autoscaling/group-template-given",
      code: "ValidationError",
      message: "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.",
      remedy: "Pass exactly one of launchTemplate, mixedInstancesPolicy and launchConfiguration.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: null })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: null, launchConfiguration: "old" })),
    },
    {
      rule: "autoscaling/group-template-exists",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. The specified launch template, with template ID lt-*, does not exist.",
      remedy: "Pass the id of an aws.ec2.LaunchTemplate and its latestVersion.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: { id: "lt-0123456789abcdef0" } })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: { name: l.template().outputs["name"] ?? "" } })),
    },
    {
      rule: "autoscaling/group-template-exists",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. The specified launch template, with template name nobody, does not exist.",
      remedy: "Pass the id of an aws.ec2.LaunchTemplate and its latestVersion.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: { name: "nobody" } })),
      good: (l) => l.account.preview(GROUP, "a", fleet(l, { launchTemplate: { name: "nobody" } })),
    },
    {
      rule: "autoscaling/group-template-exists",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. Could not find the specified version 2 for the launch template with ID lt-*.",
      remedy: "Pass the id of an aws.ec2.LaunchTemplate and its latestVersion.",
      bad: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: { id: l.template().id, version: "2" } })),
      good: (l) => l.account.create(GROUP, "a", fleet(l, { launchTemplate: { id: l.template().id, version: "1" } })),
    },
    {
      rule: "autoscaling/group-template-security-groups",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. The security group 'sg-*' does not exist",
      remedy: "Use security groups of the VPC that the subnets lie in.",
      bad: (l) => l.account.create(GROUP, "a", launching(l, { vpcSecurityGroupIds: ["sg-0123456789abcdef0"] })),
      good: (l) => l.account.create(GROUP, "a", fleet(l)),
    },
    {
      rule: "autoscaling/group-template-security-groups",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. Security group sg-* and subnet subnet-* belong to different networks.",
      remedy: "Use security groups of the VPC that the subnets lie in.",
      bad: (l) => l.account.create(GROUP, "a", launching(l, { vpcSecurityGroupIds: [l.group("foreign", l.foreignVpc()).id] })),
      good: (l) => l.account.create(GROUP, "a", launching(l, { vpcSecurityGroupIds: null })),
    },
    {
      rule: "autoscaling/group-template-network-interfaces",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. Network interfaces and an instance-level security groups may not be specified on the same request",
      remedy: "Move vpcSecurityGroupIds into networkInterfaces[].securityGroups.",
      bad: (l) => l.account.create(GROUP, "a", launching(l, { networkInterfaces: [{ associatePublicIpAddress: "false" }] })),
      good: (l) => l.account.create(GROUP, "a", launching(l, { vpcSecurityGroupIds: null, networkInterfaces: [{ securityGroups: [l.group().id] }] })),
    },
    {
      rule: "autoscaling/group-template-instance-profile",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. Value (nobody) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name",
      remedy: "Pass the name or the ARN of an aws.iam.InstanceProfile: the role's own is neither.",
      bad: (l) => l.account.create(GROUP, "a", launching(l, { iamInstanceProfile: { name: "nobody" } })),
      good: (l) => {
        const profile = l.account.create("aws:iam/instanceProfile:InstanceProfile", "web", { name: "web" });
        l.account.create(GROUP, "a", launching(l, { iamInstanceProfile: { name: profile.id } }));
      },
    },
    {
      rule: "autoscaling/group-template-instance-profile",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. Value (arn:aws:iam::123456789012:role/web) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN",
      remedy: "Pass the name or the ARN of an aws.iam.InstanceProfile: the role's own is neither.",
      bad: (l) => l.account.create(GROUP, "a", launching(l, { iamInstanceProfile: { arn: "arn:aws:iam::123456789012:role/web" } })),
      good: (l) => {
        const profile = l.account.create("aws:iam/instanceProfile:InstanceProfile", "web", { name: "web" });
        l.account.create(GROUP, "a", launching(l, { iamInstanceProfile: { arn: profile.outputs["arn"] ?? "" } }));
      },
    },
    {
      rule: "autoscaling/group-template-architecture",
      code: "ValidationError",
      message: "You must use a valid fully-formed launch template. The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again.",
      remedy: "Use an image of the other architecture, or an instance type of the image's.",
      bad: (l) => l.account.create(GROUP, "a", launching(l, { instanceType: "t4g.micro", imageId: machineImageId("al2023", "x86_64") })),
      good: (l) => l.account.create(GROUP, "a", launching(l, { instanceType: "t4g.micro", imageId: machineImageId("al2023", "arm64") })),
    },
    {
      rule: "autoscaling/policy-configured",
      code: "ValidationError",
      message: "targetTrackingConfiguration is required for policy type TargetTrackingScaling",
      remedy: "Pass targetTrackingConfiguration, stepAdjustments, predictiveScalingConfiguration or scalingAdjustment, as policyType asks.",
      bad: (l) => l.account.create(POLICY, "a", { autoscalingGroupName: l.fleet().id, policyType: "TargetTrackingScaling" }),
      good: (l) => l.account.create(POLICY, "a", { autoscalingGroupName: l.fleet().id, ...tracking({ predefinedMetricType: "ASGAverageCPUUtilization" }) }),
    },
    {
      rule: "autoscaling/policy-resource-label",
      code: "ValidationError",
      message: "Invalid resource label: arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/targets-bb9e522/*",
      remedy: "Set resourceLabel to `${loadBalancer.arnSuffix}/${targetGroup.arnSuffix}`.",
      bad: (l) => l.account.create(POLICY, "a", { autoscalingGroupName: l.fleet().id, ...tracking({ predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel: l.targets().id }) }),
      good: (l) => {
        const resourceLabel = `${String(l.balancer().outputs["arnSuffix"])}/${String(l.targets().outputs["arnSuffix"])}`;
        l.account.create(POLICY, "a", { autoscalingGroupName: l.fleet().id, ...tracking({ predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel }) });
      },
    },
    {
      rule: "autoscaling/lifecycle-hook-transition",
      code: "ValidationError",
      message: "Invalid Lifecycle Transition: terminating",
      remedy: "Use autoscaling:EC2_INSTANCE_LAUNCHING or autoscaling:EC2_INSTANCE_TERMINATING.",
      bad: (l) => l.account.create(HOOK, "a", { autoscalingGroupName: l.fleet().id, lifecycleTransition: "terminating" }),
      good: (l) => l.account.create(HOOK, "a", { autoscalingGroupName: l.fleet().id, lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING" }),
    },
    {
      rule: "autoscaling/lifecycle-hook-heartbeat",
      code: "ValidationError",
      message: "HeartbeatTimeout must be between 30 and 7200 seconds, got 10",
      remedy: "Set heartbeatTimeout to 30 to 7200.",
      bad: (l) => l.account.create(HOOK, "a", { autoscalingGroupName: l.fleet().id, lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING", heartbeatTimeout: 10 }),
      good: (l) => l.account.create(HOOK, "a", { autoscalingGroupName: l.fleet().id, lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING", heartbeatTimeout: 30 }),
    },
  ],
  autoscalingResources,
);
