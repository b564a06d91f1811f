import { Alarms, type AlarmSubjects } from "@org/infra-observability";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { edgeRegion } from "./edge-region";
import type { FleetSize } from "./infrastructure-stack-args";
import type { FleetHalf } from "./infrastructure-stack-plan";
import type { StackContext } from "./stack-context";
import type { StackParts } from "./stack-parts";

/** Alarms for everything of a stack that their catalogue knows. */
export function createAlarms(context: StackContext, stack: StackParts): Alarms {
  const { child, common, within, args } = context;
  return new Alarms(
    child("alarms"),
    {
      ...common,
      region: args.region,
      accountId: getCallerIdentityOutput({}, within).accountId,
      kmsKeyArn: stack.keys.alarmKey.arn,
      subjects: alarmSubjects(context, stack),
      emailAddresses: args.alarmEmailAddresses,
    },
    within,
  );
}

function alarmSubjects(context: StackContext, stack: StackParts): AlarmSubjects {
  const { loadBalancer } = stack.service;
  const { distribution, webAcl } = stack.edge;
  const { events } = stack.logs;
  return {
    loadBalancer: {
      arnSuffix: loadBalancer.loadBalancer.arnSuffix,
      targetGroups: byWatchedHalf(context, (half) => loadBalancer[`${half}TargetGroup`].arnSuffix),
    },
    fleets: byWatchedHalf(context, (half, { minSize }) => ({
      autoScalingGroupName: stack.service[`${half}Fleet`].autoScalingGroupName,
      minSize,
    })),
    tables: { primary: stack.data.primaryTable.tableName, secondary: stack.data.secondaryTable.tableName },
    backupVaults: { tables: stack.data.backupPlan.vaultName },
    ...natGateways(context, stack),
    eventRules: events.ruleNames,
    deadLetterQueues: { "log-objects": events.deadLetterQueueName },
    // An ephemeral stack has no traffic to speak of, and its logs are silent for long.
    accessLogs: context.plan.production ? events.ruleNames : undefined,
    distribution: {
      distributionId: distribution.distributionId,
      webAclMetricName: webAcl.metricName,
      additionalMetrics: distribution.monitoring !== undefined,
      // At home in us-east-1 the one topic hears everything.
      notifications: context.args.region === edgeRegion ? undefined : { kmsKeyArn: stack.keys.edgeAlarmKey.arn },
    },
    keys: watchedKeys(context, stack),
  };
}

/** Not those of the topics, which cannot encrypt the notice of their own end; and keys of an ephemeral stack are to end. */
function watchedKeys({ plan, args }: StackContext, { keys: { key, edgeKey } }: StackParts): AlarmSubjects["keys"] {
  if (!plan.production) return undefined;
  const home = { key: { arn: key.arn } };
  return args.region === edgeRegion ? home : { ...home, "edge-key": { arn: edgeKey.arn, region: edgeRegion } };
}

/** A fleet that may be empty cannot have too few instances, and its target group no healthy one. */
function byWatchedHalf<T>({ plan }: StackContext, watch: (half: FleetHalf, size: FleetSize) => T): Record<string, T> {
  const watched = (["primary", "secondary"] as const).filter((half) => plan.fleetSizes[half].minSize > 0);
  return Object.fromEntries(watched.map((half) => [half, watch(half, plan.fleetSizes[half])]));
}

function natGateways(
  { args }: StackContext,
  { network }: StackParts,
): Pick<AlarmSubjects, "natGateways" | "regionalNatGateway"> {
  if (network.regionalNat !== undefined) {
    const natGatewayId = network.regionalNat.natGateway.id;
    return { regionalNatGateway: { natGatewayId, availabilityZones: args.availabilityZones } };
  }
  const zonal = Object.entries(network.zones).flatMap(([zone, { nat }]) => (nat ? [[zone, nat.natGateway.id]] : []));
  return { natGateways: Object.fromEntries(zonal) };
}
