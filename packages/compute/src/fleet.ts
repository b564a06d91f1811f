import { assertNoProblems, childName, Naming } from "@org/infra-naming";
import { Group, type GroupArgs, LifecycleHook, Notification, Policy } from "@pulumi/aws/autoscaling";
import * as pulumi from "@pulumi/pulumi";
import { type FleetPlan, planFleet, versionProblems } from "./fleet-plan";
import { type InstanceRefresh, refreshPreferences } from "./instance-refresh";
import type { Maintenance } from "./maintenance";
import type { MixedInstances } from "./mixed-instances";
import type { ScalingPolicy } from "./scaling-policy";
import type { TerminationHook } from "./termination-hook";
import type { WarmUpArgs } from "./warm-up";

export interface FleetArgs extends WarmUpArgs {
  /** Private subnets, one of each availability zone. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** `InstanceTemplate.launchTemplateId`, or a template of your own. */
  readonly launchTemplateId: pulumi.Input<string>;
  /**
   * Number of a version, never `$Latest`: `InstanceTemplate.version`, or a number to stay on. A new number starts an
   * instance refresh, so of two fleets of one template one can follow it while the other stays until its number is raised.
   */
  readonly launchTemplateVersion: pulumi.Input<string>;
  /** Target groups that the instances join, `[]` for none; with one, its health checks decide which instance is replaced. */
  readonly targetGroupArns: readonly pulumi.Input<string>[];
  /** Fewest instances, 0 or more. */
  readonly minSize: number;
  /** Most instances. */
  readonly maxSize: number;
  /** Size to start with, and to keep when nothing scales. @default `minSize` */
  readonly desiredCapacity?: number;
  /**
   * Weight of the fleet's target group in the listener. A fleet with a weight must not be allowed to become empty, or
   * its share of the requests fails. @default 0, not checked
   */
  readonly trafficWeight?: number;
  /**
   * Types to choose from in place of the template's one, on demand and Spot: `InstanceTemplate.mixedInstances`, or your own.
   * They stand in the group, not in the template: new ones start an instance refresh of a fleet that stays on a version,
   * too, so name that one's types yourself.
   * @default the template's type, on demand
   */
  readonly mixedInstances?: MixedInstances;
  /** How many instances serve while some are replaced. @default at least 100 and at most 200 percent */
  readonly maintenance?: Maintenance;
  /** What stops the roll-out of a new version. @default it stops, and is rolled back, when instances stay unhealthy */
  readonly instanceRefresh?: InstanceRefresh;
  /** Target tracking. With it, deployments leave the desired capacity to Auto Scaling. @default none */
  readonly scaling?: ScalingPolicy;
  /** Keeps an instance for a while after it has left its target groups. @default none */
  readonly terminationHook?: TerminationHook;
  /**
   * Topic that is told of every launch and end of an instance. An encrypted one's key must let Auto Scaling's
   * service-linked role use it. @default none: EventBridge reports the same
   */
  readonly notificationTopicArn?: pulumi.Input<string>;
  /** How long a deployment waits for the instances, for example `15m`; `0` does not wait. @default "10m" */
  readonly waitForCapacityTimeout?: string;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of the group and of its instances, besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
  /** Last word on the Auto Scaling group itself, for what has no argument here. @default none */
  readonly transform?: {
    readonly autoScalingGroup?: (args: GroupArgs, opts: pulumi.CustomResourceOptions) => void;
  };
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

/** Everything that happens to an instance, failed attempts included. */
const scalingEvents = [
  "autoscaling:EC2_INSTANCE_LAUNCH",
  "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
  "autoscaling:EC2_INSTANCE_TERMINATE",
  "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
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
  /** Undefined without `terminationHook`. */
  readonly terminationHook: LifecycleHook | undefined;
  /** Undefined without `notificationTopicArn`. */
  readonly notification: Notification | undefined;

  readonly autoScalingGroupName: pulumi.Output<string>;
  readonly autoScalingGroupArn: pulumi.Output<string>;

  constructor(name: string, args: FleetArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planFleet(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:compute:Fleet", name, {}, opts);

    this.autoScalingGroup = this.createGroup(name, plan, args, naming);
    this.scalingPolicy = this.createScalingPolicy(name, plan, naming);
    this.terminationHook = this.createTerminationHook(name, plan, naming);
    this.notification = this.createNotification(name, args);

    this.autoScalingGroupName = this.autoScalingGroup.name;
    this.autoScalingGroupArn = this.autoScalingGroup.arn;
    this.registerOutputs({
      autoScalingGroupName: this.autoScalingGroupName,
      autoScalingGroupArn: this.autoScalingGroupArn,
    });
  }

  private createGroup(name: string, plan: FleetPlan, args: FleetArgs, naming: Naming): Group {
    const groupArgs: GroupArgs = {
      name: naming.physicalName("aws:autoscaling/group:Group", name),
      minSize: plan.minSize,
      maxSize: plan.maxSize,
      desiredCapacity: plan.desiredCapacity,
      vpcZoneIdentifiers: args.subnetIds,
      // Always the whole list: a list left out later would not detach anything.
      targetGroupArns: [...args.targetGroupArns],
      ...launchedFrom(`Fleet "${name}"`, plan, args),
      healthCheckType: plan.healthCheckType,
      healthCheckGracePeriod: plan.healthCheckGracePeriod,
      defaultInstanceWarmup: plan.defaultInstanceWarmup,
      capacityRebalance: true,
      instanceMaintenancePolicy: plan.maintenance,
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          ...plan.maintenance,
          autoRollback: true,
          skipMatching: true,
          ...refreshPreferences(args.instanceRefresh),
        },
      },
      enabledMetrics: [...groupMetrics],
      metricsGranularity: "1Minute",
      waitForCapacityTimeout: plan.waitForCapacityTimeout,
      // Auto Scaling takes no provider default tags, so all of them are listed, in an order that never changes.
      tags: Object.entries(naming.nameTags(name, args.tags))
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    };
    const opts: pulumi.CustomResourceOptions = {
      parent: this,
      ignoreChanges: plan.scaling === undefined ? [] : ["desiredCapacity"],
    };
    args.transform?.autoScalingGroup?.(groupArgs, opts);
    return new Group(childName(name, "auto-scaling-group"), groupArgs, opts);
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

  private createTerminationHook(name: string, { terminationHook }: FleetPlan, naming: Naming): LifecycleHook | undefined {
    if (terminationHook === undefined) return undefined;
    const role = childName(name, "termination-hook");
    return new LifecycleHook(
      role,
      {
        name: naming.physicalName("aws:autoscaling/lifecycleHook:LifecycleHook", role),
        autoscalingGroupName: this.autoScalingGroup.name,
        lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        heartbeatTimeout: terminationHook.heartbeatTimeout,
        // The instance ends either way; this lets other hooks have their time as well.
        defaultResult: "CONTINUE",
      },
      { parent: this },
    );
  }

  private createNotification(name: string, { notificationTopicArn: topicArn }: FleetArgs): Notification | undefined {
    if (topicArn === undefined) return undefined;
    return new Notification(
      childName(name, "notification"),
      { groupNames: [this.autoScalingGroup.name], notifications: [...scalingEvents], topicArn },
      { parent: this },
    );
  }
}

/** The template alone, or the template with the types that take the place of its own. */
function launchedFrom(
  subject: string,
  { mixedInstances }: FleetPlan,
  args: FleetArgs,
): Pick<GroupArgs, "launchTemplate" | "mixedInstancesPolicy"> {
  const { launchTemplateId } = args;
  const version = pulumi.output(args.launchTemplateVersion).apply((known) => {
    assertNoProblems(subject, versionProblems(known));
    return known;
  });
  if (mixedInstances === undefined) return { launchTemplate: { id: launchTemplateId, version } };
  return {
    mixedInstancesPolicy: {
      instancesDistribution: mixedInstances.instancesDistribution,
      launchTemplate: {
        launchTemplateSpecification: { launchTemplateId, version },
        overrides: mixedInstances.instanceTypes.map((instanceType) => ({ instanceType })),
      },
    },
  };
}
