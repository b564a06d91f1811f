import { childName, Naming } from "@org/infra-naming";
import { Group, Policy } from "@pulumi/aws/autoscaling";
import * as pulumi from "@pulumi/pulumi";
import { type FleetPlan, planFleet } from "./fleet-plan";
import type { ScalingPolicy } from "./scaling-policy";

/** How many healthy instances, in percent of the desired capacity, there are while some are replaced. */
export interface Maintenance {
  /** 0 to 100. @default 100: a new instance serves before the old one goes */
  readonly minHealthyPercentage?: number;
  /** 100 to 200, at most 100 more than the minimum. @default 200 */
  readonly maxHealthyPercentage?: number;
}

export interface FleetArgs {
  /** Private subnets, one of each availability zone. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly launchTemplateId: pulumi.Input<string>;
  /** Number of a version: `InstanceTemplate.version`, or a number to stay on. A new number starts an instance refresh. */
  readonly launchTemplateVersion: pulumi.Input<string>;
  /** Target groups that the instances join; with one, its health checks decide which instance is replaced. */
  readonly targetGroupArns: readonly pulumi.Input<string>[];
  /** 0 or more. */
  readonly minSize: number;
  readonly maxSize: number;
  /** Size to start with, and to keep when nothing scales. @default minSize */
  readonly desiredCapacity?: number;
  /**
   * Weight of the fleet's target group in the listener. A fleet with a weight must not be allowed to become empty, or
   * its share of the requests fails. @default 0, not checked
   */
  readonly trafficWeight?: number;
  /** Seconds after its start in which an instance may be unhealthy, 0 to 7200. @default 120 */
  readonly healthCheckGracePeriod?: number;
  /** Seconds until a new instance counts in metrics and refreshes, 0 to 7200. @default healthCheckGracePeriod */
  readonly defaultInstanceWarmup?: number;
  readonly maintenance?: Maintenance;
  /** Target tracking. With it, deployments leave the desired capacity to Auto Scaling. @default none */
  readonly scaling?: ScalingPolicy;
  /** How long a deployment waits for the instances, for example `15m`; `0` does not wait. @default "10m" */
  readonly waitForCapacityTimeout?: string;
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of the group and of its instances, beside the standard ones. */
  readonly tags?: Record<string, string>;
}

/** Group metrics are free, and alarms on the size of the fleet need them. */
const groupMetrics = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupStandbyInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
] as const;

/**
 * An Auto Scaling group of one launch template version, replaced instance by instance when the version changes.
 *
 * A deployment starts an instance refresh and does not wait for its end; a refresh that fails rolls itself back.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered
 */
export class Fleet extends pulumi.ComponentResource {
  readonly autoScalingGroup: Group;
  /** Undefined without `scaling`. */
  readonly scalingPolicy: Policy | undefined;

  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly autoScalingGroupArn: pulumi.Output<string>;

  constructor(name: string, args: FleetArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planFleet(name, args);
    const naming = args.naming ?? Naming.ofStack();
    super("org:compute:Fleet", name, {}, opts);

    this.autoScalingGroup = this.createGroup(name, plan, args, naming);
    this.scalingPolicy = this.createScalingPolicy(name, plan, naming);

    this.autoScalingGroupName = this.autoScalingGroup.name;
    this.autoScalingGroupArn = this.autoScalingGroup.arn;
    this.registerOutputs({
      autoScalingGroupName: this.autoScalingGroupName,
      autoScalingGroupArn: this.autoScalingGroupArn,
    });
  }

  private createGroup(name: string, plan: FleetPlan, args: FleetArgs, naming: Naming): Group {
    const healthy = {
      minHealthyPercentage: plan.minHealthyPercentage,
      maxHealthyPercentage: plan.maxHealthyPercentage,
    };
    return new Group(
      childName(name, "auto-scaling-group"),
      {
        name: naming.physicalName("aws:autoscaling/group:Group", name),
        minSize: plan.minSize,
        maxSize: plan.maxSize,
        desiredCapacity: plan.desiredCapacity,
        vpcZoneIdentifiers: args.subnetIds,
        // Always the whole list: a list left out later would not detach anything.
        targetGroupArns: [...args.targetGroupArns],
        launchTemplate: { id: args.launchTemplateId, version: args.launchTemplateVersion },
        healthCheckType: plan.healthCheckType,
        healthCheckGracePeriod: plan.healthCheckGracePeriod,
        defaultInstanceWarmup: plan.defaultInstanceWarmup,
        capacityRebalance: true,
        instanceMaintenancePolicy: healthy,
        instanceRefresh: {
          strategy: "Rolling",
          preferences: { ...healthy, autoRollback: true, skipMatching: true },
        },
        enabledMetrics: [...groupMetrics],
        metricsGranularity: "1Minute",
        waitForCapacityTimeout: args.waitForCapacityTimeout ?? "10m",
        // Auto Scaling takes no provider default tags, so all of them are listed, in an order that never changes.
        tags: Object.entries(naming.nameTags(name, args.tags))
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
      },
      { parent: this, ignoreChanges: plan.scaling === undefined ? [] : ["desiredCapacity"] },
    );
  }

  private createScalingPolicy(name: string, { scaling }: FleetPlan, naming: Naming): Policy | undefined {
    if (scaling === undefined) return undefined;
    const predefinedMetricSpecification = {
      predefinedMetricType: scaling.metric,
      ...("resourceLabel" in scaling && { resourceLabel: scaling.resourceLabel }),
    };
    return new Policy(
      childName(name, "scaling-policy"),
      {
        name: naming.physicalName("aws:autoscaling/policy:Policy", name),
        autoscalingGroupName: this.autoScalingGroup.name,
        policyType: "TargetTrackingScaling",
        targetTrackingConfiguration: { predefinedMetricSpecification, targetValue: scaling.targetValue },
      },
      { parent: this },
    );
  }
}
