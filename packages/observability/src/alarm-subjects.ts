import type { Input } from "@pulumi/pulumi";
import type { AlarmSubjectKind } from "./alarm-definition";

/** An Application Load Balancer and the groups it forwards to. */
export interface WatchedLoadBalancer {
  /** `arnSuffix` of the load balancer, the value of its metrics' dimension. */
  readonly arnSuffix: Input<string>;
  /**
   * `arnSuffix` of each target group, under a name of your choice. A group that may be empty is to be left out: without a
   * target, `no-healthy-host` is on. @default none
   */
  readonly targetGroups?: Readonly<Record<string, Input<string>>>;
}

/** A global secondary index, which has a capacity of its own. */
export interface WatchedTableIndex {
  /** Name of the table that the index is of. */
  readonly tableName: Input<string>;
  /** Name of the index within the table. */
  readonly indexName: Input<string>;
}

/** A NAT gateway of the availability mode `regional`; it has metrics for each zone alone. */
export interface WatchedRegionalNatGateway {
  /** Id of the gateway: `nat-...`. */
  readonly natGatewayId: Input<string>;
  /** Names of the zones of the network, from which the gateway's metrics are added up; at most 10. */
  readonly availabilityZones: readonly string[];
}

/** An Auto Scaling group whose group metrics are enabled. */
export interface WatchedFleet {
  /** Name of the group: `Fleet.autoScalingGroupName`. */
  readonly autoScalingGroupName: Input<string>;
  /** Fewer instances in service than this are an alarm; more than 0. */
  readonly minSize: number;
}

/** A CloudFront distribution; its metrics exist only in us-east-1, so that is where its alarms are. */
export interface WatchedDistribution {
  /** Id of the distribution: `Distribution.distributionId`. */
  readonly distributionId: Input<string>;
  /** Whether the distribution has a monitoring subscription, which `origin-latency` needs. @default false */
  readonly additionalMetrics?: boolean;
  /** Metric name of the web ACL (scope CLOUDFRONT) in front of it, which need not be its name. @default no web ACL */
  readonly webAclMetricName?: Input<string>;
  /**
   * Who hears of its alarms when the home region is another one. An alarm publishes only within its region, so this needs
   * a second topic, encrypted with a key of us-east-1: `{ kmsKeyArn }`. `"off"` leaves the alarms without a topic; they
   * are then only seen in the console. In us-east-1 it is left out.
   */
  readonly notifications?: { readonly kmsKeyArn: Input<string> } | "off";
}

/** A KMS key whose deletion or disabling is told at once. */
export interface WatchedKey {
  /**
   * ARN of the key. It must not be the key of the topic: KMS refuses a key from the moment that its deletion is scheduled,
   * so a notice encrypted with it would never leave.
   */
  readonly arn: Input<string>;
  /** The home region, or us-east-1 when the distribution has notifications of its own there. @default the home region */
  readonly region?: string;
}

/** What to watch, each under a name of your choice that becomes part of the alarm's name. */
export interface AlarmSubjects {
  readonly loadBalancer?: WatchedLoadBalancer;
  /** Auto Scaling groups whose group metrics are enabled. */
  readonly fleets?: Readonly<Record<string, WatchedFleet>>;
  /** Names of DynamoDB tables. */
  readonly tables?: Readonly<Record<string, Input<string>>>;
  /** Global secondary indexes of DynamoDB tables, of which the tables' own metrics say nothing. */
  readonly tableIndexes?: Readonly<Record<string, WatchedTableIndex>>;
  /** Names of AWS Backup vaults. */
  readonly backupVaults?: Readonly<Record<string, Input<string>>>;
  /** Ids of zonal NAT gateways, for example by availability zone. */
  readonly natGateways?: Readonly<Record<string, Input<string>>>;
  readonly regionalNatGateway?: WatchedRegionalNatGateway;
  /** Names of EventBridge rules on the default bus. */
  readonly eventRules?: Readonly<Record<string, Input<string>>>;
  /** Names of queues in which every message is a failure. */
  readonly deadLetterQueues?: Readonly<Record<string, Input<string>>>;
  /** Names of log groups that are never silent for six hours. */
  readonly logGroups?: Readonly<Record<string, Input<string>>>;
  /**
   * Names of the rules that see the access logs arrive, as `ObjectCreatedEvents.ruleNames`, of services that are never
   * without a request for six hours. The alarm is on until the first log has arrived.
   */
  readonly accessLogs?: Readonly<Record<string, Input<string>>>;
  readonly distribution?: WatchedDistribution;
  /**
   * Keys whose deletion or disabling is told at once. It needs a CloudTrail trail with management events in the key's
   * region, by which EventBridge hears of KMS's calls.
   */
  readonly keys?: Readonly<Record<string, WatchedKey>>;
}

/** One thing to watch, with the dimensions under which AWS publishes its metrics. */
export interface AlarmSubject {
  readonly kind: AlarmSubjectKind;
  /** Part of the alarms' names; undefined where there is only one of a kind. */
  readonly label: string | undefined;
  readonly dimensions: Readonly<Record<string, Input<string>>>;
  readonly minSize: number;
  /** Metrics that the subject publishes beyond the free ones. */
  readonly additionalMetrics: boolean;
  /** Zones for each of which the subject publishes its metrics; none where it publishes them as a whole. */
  readonly availabilityZones: readonly string[];
  /** Where the subject is; undefined where the catalogue's row says it. */
  readonly region: string | undefined;
}

/** The subject of a kind whose alarms need nothing but its dimensions. */
export function alarmSubject(
  kind: AlarmSubjectKind,
  label: string | undefined,
  dimensions: AlarmSubject["dimensions"],
  more: Partial<AlarmSubject> = {},
): AlarmSubject {
  return { kind, label, dimensions, minSize: 0, additionalMetrics: false, availabilityZones: [], region: undefined, ...more };
}

/** Every subject, in an order that does not matter: each alarm is named by its subject. */
export function listAlarmSubjects(subjects: AlarmSubjects): AlarmSubject[] {
  const named = (
    kind: AlarmSubjectKind,
    values: Readonly<Record<string, Input<string>>> | undefined,
    dimension: string,
  ): AlarmSubject[] => Object.entries(values ?? {}).map(([label, value]) => alarmSubject(kind, label, { [dimension]: value }));
  return [
    ...distributionSubjects(subjects.distribution),
    ...loadBalancerSubjects(subjects.loadBalancer),
    ...Object.entries(subjects.fleets ?? {}).map(([label, { autoScalingGroupName, minSize }]) =>
      alarmSubject("fleet", label, { AutoScalingGroupName: autoScalingGroupName }, { minSize }),
    ),
    ...named("table", subjects.tables, "TableName"),
    ...Object.entries(subjects.tableIndexes ?? {}).map(([label, { tableName, indexName }]) =>
      alarmSubject("tableIndex", label, { TableName: tableName, GlobalSecondaryIndexName: indexName }),
    ),
    ...named("backupVault", subjects.backupVaults, "BackupVaultName"),
    ...named("natGateway", subjects.natGateways, "NatGatewayId"),
    ...regionalNatGatewaySubjects(subjects.regionalNatGateway),
    ...named("eventRule", subjects.eventRules, "RuleName"),
    ...named("deadLetterQueue", subjects.deadLetterQueues, "QueueName"),
    ...named("logGroup", subjects.logGroups, "LogGroupName"),
    ...named("accessLog", subjects.accessLogs, "RuleName"),
  ];
}

function distributionSubjects(distribution: WatchedDistribution | undefined): AlarmSubject[] {
  if (distribution === undefined) return [];
  const { distributionId, webAclMetricName, additionalMetrics = false } = distribution;
  const dimensions = { DistributionId: distributionId, Region: "Global" };
  return [
    alarmSubject("distribution", undefined, dimensions, { additionalMetrics }),
    ...(webAclMetricName === undefined
      ? []
      : [alarmSubject("webAcl", undefined, { Rule: "ALL", WebACL: webAclMetricName })]),
  ];
}

function loadBalancerSubjects(loadBalancer: WatchedLoadBalancer | undefined): AlarmSubject[] {
  if (loadBalancer === undefined) return [];
  const LoadBalancer = loadBalancer.arnSuffix;
  return [
    alarmSubject("loadBalancer", undefined, { LoadBalancer }),
    ...Object.entries(loadBalancer.targetGroups ?? {}).map(([label, TargetGroup]) =>
      alarmSubject("targetGroup", label, { LoadBalancer, TargetGroup }),
    ),
  ];
}

function regionalNatGatewaySubjects(natGateway: WatchedRegionalNatGateway | undefined): AlarmSubject[] {
  if (natGateway === undefined) return [];
  const { natGatewayId, availabilityZones } = natGateway;
  return [alarmSubject("regionalNatGateway", undefined, { NatGatewayId: natGatewayId }, { availabilityZones })];
}
