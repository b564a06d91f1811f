import { type AlarmDefinition, minute } from "./alarm-definition";

const tableMetric = { namespace: "AWS/DynamoDB", dimensions: ["TableName"], region: "home" } as const;
const tableIndexMetric = { ...tableMetric, dimensions: ["TableName", "GlobalSecondaryIndexName"] } as const;
const natGatewayMetric = { namespace: "AWS/NATGateway", dimensions: ["NatGatewayId"], region: "home" } as const;
const troubleOnly = { comparison: "GreaterThanThreshold", treatMissingData: "notBreaching", affectsUsers: false } as const;
const lastingThrottles = {
  statistic: "Sum",
  period: minute,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  threshold: 0,
  reason: "The SDK retries a throttled call within a minute; three such minutes of five reach the application.",
} as const;

/** https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html */
export const fleetAlarms: readonly AlarmDefinition[] = [
  {
    namespace: "AWS/AutoScaling",
    dimensions: ["AutoScalingGroupName"],
    region: "home",
    key: "below-min-size",
    metricName: "GroupInServiceInstances",
    statistic: "Minimum",
    period: minute,
    evaluationPeriods: 15,
    datapointsToAlarm: 15,
    comparison: "LessThanThreshold",
    threshold: "minSize",
    treatMissingData: "breaching",
    meaning: "Auto Scaling has not been able to start the smallest number of instances for longer than a launch takes.",
    reason: "A replacement is launched, started and healthy in less than 15 minutes; the limit is the fleet's own minSize.",
    affectsUsers: false,
  },
];

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html */
export const tableAlarms: readonly AlarmDefinition[] = [
  {
    ...tableMetric,
    ...troubleOnly,
    ...lastingThrottles,
    key: "read-throttles",
    metricName: "ReadThrottleEvents",
    meaning: "The table refuses reads for want of capacity, again and again: retries no longer hide it.",
  },
  {
    ...tableMetric,
    ...troubleOnly,
    ...lastingThrottles,
    key: "write-throttles",
    metricName: "WriteThrottleEvents",
    meaning: "The table refuses writes for want of capacity, again and again: retries no longer hide it.",
  },
  {
    ...tableMetric,
    ...troubleOnly,
    key: "system-errors",
    metricName: "SystemErrors",
    statistic: "Sum",
    // DynamoDB publishes this metric for each operation only; ten metrics are all that one alarm may add up.
    sumOver: {
      dimension: "Operation",
      values: [
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "Scan",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
      ],
    },
    period: minute,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    threshold: 0,
    meaning: "DynamoDB itself fails calls to the table, whatever the application does.",
    reason: "Single internal errors are normal and retried; three minutes of five with some are a disturbance of the service.",
  },
];

/** An index has a capacity of its own, and the metrics under the table's name alone leave it out. */
export const tableIndexAlarms: readonly AlarmDefinition[] = [
  {
    ...tableIndexMetric,
    ...troubleOnly,
    ...lastingThrottles,
    key: "read-throttles",
    metricName: "ReadThrottleEvents",
    meaning: "The index refuses reads for want of capacity, again and again: retries no longer hide it.",
  },
  {
    ...tableIndexMetric,
    ...troubleOnly,
    ...lastingThrottles,
    key: "write-throttles",
    metricName: "WriteThrottleEvents",
    meaning: "The index cannot keep up, so DynamoDB refuses writes to its table, whatever capacity the table has.",
  },
];

/** https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html */
export const natGatewayAlarms: readonly AlarmDefinition[] = [
  {
    ...natGatewayMetric,
    ...troubleOnly,
    key: "port-allocation-errors",
    metricName: "ErrorPortAllocation",
    statistic: "Sum",
    period: minute,
    evaluationPeriods: 5,
    datapointsToAlarm: 1,
    threshold: 0,
    meaning: "The NAT gateway has no free port for a destination, so new connections out of the network fail.",
    reason: "AWS: greater than zero means too many connections to one destination; each error is a connection that failed.",
  },
  {
    ...natGatewayMetric,
    ...troubleOnly,
    key: "dropped-packets",
    metricName: "PacketsDropCount",
    statistic: "Sum",
    period: 5 * minute,
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    threshold: 100,
    meaning: "The NAT gateway drops packets: connections out of the network stall or break.",
    reason: "AWS asks to look from 0.01 percent of the traffic, which 100 is of a million packets; fewer are passing trouble.",
  },
];

/** A regional NAT gateway publishes the same metrics for each of its zones, and none as a whole. */
export const regionalNatGatewayAlarms: readonly AlarmDefinition[] = natGatewayAlarms.map((definition) => ({
  ...definition,
  sumOver: { dimension: "AvailabilityZone", values: "availabilityZones" },
}));
