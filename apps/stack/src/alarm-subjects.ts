import type { AlarmSubjects } from "@org/infra-observability";
import type { InfrastructureStack } from "./infrastructure-stack";
import type { InfrastructureStackArgs } from "./infrastructure-stack-args";

/** Everything of a stack that the alarm catalogue knows how to watch. */
export function alarmSubjects(stack: InfrastructureStack, profile: InfrastructureStackArgs["profile"]): AlarmSubjects {
  const { loadBalancer, events, distribution, key, edgeKey, webAcl } = stack;
  return {
    loadBalancer: {
      arnSuffix: loadBalancer.loadBalancer.arnSuffix,
      targetGroups: {
        primary: loadBalancer.primaryTargetGroup.arnSuffix,
        secondary: loadBalancer.secondaryTargetGroup.arnSuffix,
      },
    },
    fleets: watchedFleets(stack),
    tables: { primary: stack.primaryTable.tableName, secondary: stack.secondaryTable.tableName },
    natGateways: natGatewayIds(stack),
    eventRules: events.ruleNames,
    deadLetterQueues: { "log-objects": events.deadLetterQueueName },
    // An ephemeral stack has no traffic to speak of, and its logs are silent for long.
    accessLogs: profile === "ephemeral" ? undefined : events.ruleNames,
    distribution: {
      distributionId: distribution.distributionId,
      webAclMetricName: webAcl.metricName,
      additionalMetrics: distribution.monitoring !== undefined,
      // At home in us-east-1 the one topic hears everything.
      notifications: edgeKey === key ? undefined : { kmsKeyArn: edgeKey.arn },
    },
  };
}

/** A fleet that may be empty cannot have too few instances. */
function watchedFleets(stack: InfrastructureStack): AlarmSubjects["fleets"] {
  const fleets = { primary: stack.primaryFleet, secondary: stack.secondaryFleet };
  return Object.fromEntries(
    (["primary", "secondary"] as const)
      .filter((half) => stack.fleetSizes[half].minSize > 0)
      .map((half) => [
        half,
        { autoScalingGroupName: fleets[half].autoScalingGroupName, minSize: stack.fleetSizes[half].minSize },
      ]),
  );
}

function natGatewayIds({ network }: InfrastructureStack): AlarmSubjects["natGateways"] {
  const zonal = Object.entries(network.zones).flatMap(([zone, { nat }]) => (nat ? [[zone, nat.natGateway.id]] : []));
  const regional = network.regionalNat ? [["regional", network.regionalNat.natGateway.id]] : [];
  return Object.fromEntries([...zonal, ...regional]);
}
