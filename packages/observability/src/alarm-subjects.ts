import type { Input } from "@pulumi/pulumi";
import type { AlarmSubjectKind } from "./alarm-catalogue";

/** An Application Load Balancer and the groups it forwards to. */
export interface WatchedLoadBalancer {
  /** `arnSuffix` of the load balancer, the value of its metrics' dimension. */
  readonly arnSuffix: Input<string>;
  /** `arnSuffix` of each target group, under a name of your choice. @default none */
  readonly targetGroups?: Readonly<Record<string, Input<string>>>;
}

/** An Auto Scaling group whose group metrics are enabled. */
export interface WatchedFleet {
  readonly autoScalingGroupName: Input<string>;
  /** Fewer instances in service than this are an alarm; more than 0. */
  readonly minSize: number;
}

/** A CloudFront distribution; its metrics exist only in us-east-1, so that is where its alarms are. */
export interface WatchedDistribution {
  readonly distributionId: Input<string>;
  /**
   * Who hears of its alarms when the home region is another one. An alarm publishes only within its region, so this needs
   * a second topic, encrypted with a key of us-east-1: `{ kmsKeyArn }`. `"off"` leaves the alarms without a topic; they
   * are then only seen in the console. In us-east-1 it is left out.
   */
  readonly notifications?: { readonly kmsKeyArn: Input<string> } | "off";
}

/** What to watch, each under a name of your choice that becomes part of the alarm's name. */
export interface AlarmSubjects {
  readonly loadBalancer?: WatchedLoadBalancer;
  readonly fleets?: Readonly<Record<string, WatchedFleet>>;
  /** Names of DynamoDB tables. */
  readonly tables?: Readonly<Record<string, Input<string>>>;
  /** Ids of NAT gateways, for example by availability zone. */
  readonly natGateways?: Readonly<Record<string, Input<string>>>;
  /** Names of EventBridge rules on the default bus. */
  readonly eventRules?: Readonly<Record<string, Input<string>>>;
  /** Names of queues in which every message is a failure. */
  readonly deadLetterQueues?: Readonly<Record<string, Input<string>>>;
  readonly distribution?: WatchedDistribution;
}

/** One thing to watch, with the dimensions under which AWS publishes its metrics. */
export interface AlarmSubject {
  readonly kind: AlarmSubjectKind;
  /** Part of the alarms' names; undefined where there is only one of a kind. */
  readonly label: string | undefined;
  readonly dimensions: Readonly<Record<string, Input<string>>>;
  readonly minSize: number;
}

/** Every subject, in an order that does not matter: each alarm is named by its subject. */
export function listAlarmSubjects(subjects: AlarmSubjects): AlarmSubject[] {
  const { loadBalancer, distribution } = subjects;
  const single = (kind: AlarmSubjectKind, dimensions: AlarmSubject["dimensions"]): AlarmSubject => {
    return { kind, label: undefined, dimensions, minSize: 0 };
  };
  const named = (
    kind: AlarmSubjectKind,
    values: Readonly<Record<string, Input<string>>> | undefined,
    dimensionsOf: (value: Input<string>) => AlarmSubject["dimensions"],
  ): AlarmSubject[] =>
    Object.entries(values ?? {}).map(([label, value]) => {
      return { kind, label, dimensions: dimensionsOf(value), minSize: 0 };
    });
  return [
    ...(loadBalancer ? [single("loadBalancer", { LoadBalancer: loadBalancer.arnSuffix })] : []),
    ...named("targetGroup", loadBalancer?.targetGroups, (TargetGroup) => {
      return { LoadBalancer: loadBalancer?.arnSuffix ?? "", TargetGroup };
    }),
    ...Object.entries(subjects.fleets ?? {}).map(([label, { autoScalingGroupName, minSize }]): AlarmSubject => {
      return { kind: "fleet", label, dimensions: { AutoScalingGroupName: autoScalingGroupName }, minSize };
    }),
    ...named("table", subjects.tables, (TableName) => ({ TableName })),
    ...named("natGateway", subjects.natGateways, (NatGatewayId) => ({ NatGatewayId })),
    ...named("eventRule", subjects.eventRules, (RuleName) => ({ RuleName })),
    ...named("deadLetterQueue", subjects.deadLetterQueues, (QueueName) => ({ QueueName })),
    ...(distribution ? [single("distribution", { DistributionId: distribution.distributionId, Region: "Global" })] : []),
  ];
}
