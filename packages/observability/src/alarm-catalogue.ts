/** What is watched; each kind has its own alarms and its own dimensions. */
export type AlarmSubjectKind =
  | "loadBalancer"
  | "targetGroup"
  | "fleet"
  | "table"
  | "natGateway"
  | "eventRule"
  | "deadLetterQueue"
  | "distribution";

/** One row of the catalogue: when something is wrong, and why the limit is where it is. */
export interface AlarmDefinition {
  /** Last part of the alarm's name. */
  readonly key: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
  /** Seconds that one data point covers. */
  readonly period: number;
  /** How many data points are looked at, and how many of them must be over the limit. */
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly comparison: "GreaterThanThreshold" | "LessThanThreshold";
  /** The limit in the metric's own unit, or the name of the limit that the subject brings with it. */
  readonly threshold: number | "minSize";
  /** What silence means: `breaching` where a healthy subject always reports, `notBreaching` where only trouble does. */
  readonly treatMissingData: "breaching" | "notBreaching";
  /** What has happened and why it matters, for whoever is woken up. */
  readonly meaning: string;
}

const minute = 60;

/**
 * Every alarm, by what it watches. The metrics and their dimensions are those of AWS:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export const alarmCatalogue: Readonly<Record<AlarmSubjectKind, readonly AlarmDefinition[]>> = {
  loadBalancer: [
    {
      key: "elb-5xx",
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_ELB_5XX_Count",
      statistic: "Sum",
      period: minute,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      comparison: "GreaterThanThreshold",
      threshold: 10,
      treatMissingData: "notBreaching",
      meaning: "The load balancer itself fails requests: no healthy target, or targets that do not answer in time.",
    },
  ],
  targetGroup: [
    {
      key: "unhealthy-hosts",
      namespace: "AWS/ApplicationELB",
      metricName: "UnHealthyHostCount",
      statistic: "Maximum",
      period: minute,
      evaluationPeriods: 10,
      datapointsToAlarm: 10,
      comparison: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      meaning: "A target has failed its health check for longer than its replacement takes.",
    },
    {
      key: "no-healthy-host",
      namespace: "AWS/ApplicationELB",
      metricName: "HealthyHostCount",
      statistic: "Minimum",
      period: minute,
      evaluationPeriods: 3,
      datapointsToAlarm: 3,
      comparison: "LessThanThreshold",
      threshold: 1,
      treatMissingData: "breaching",
      meaning: "Nobody serves this group's share of the requests: weights do not fail over to the other group.",
    },
    {
      key: "target-5xx",
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      period: minute,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      comparison: "GreaterThanThreshold",
      threshold: 10,
      treatMissingData: "notBreaching",
      meaning: "The application answers with server errors.",
    },
  ],
  fleet: [
    {
      key: "below-min-size",
      namespace: "AWS/AutoScaling",
      metricName: "GroupInServiceInstances",
      statistic: "Minimum",
      period: minute,
      evaluationPeriods: 15,
      datapointsToAlarm: 15,
      comparison: "LessThanThreshold",
      threshold: "minSize",
      treatMissingData: "breaching",
      meaning: "Auto Scaling has not been able to start the smallest number of instances for longer than a launch takes.",
    },
  ],
  table: [
    {
      key: "read-throttles",
      namespace: "AWS/DynamoDB",
      metricName: "ReadThrottleEvents",
      statistic: "Sum",
      period: minute,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      comparison: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      meaning: "The table refuses reads for want of capacity, again and again: retries no longer hide it.",
    },
    {
      key: "write-throttles",
      namespace: "AWS/DynamoDB",
      metricName: "WriteThrottleEvents",
      statistic: "Sum",
      period: minute,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      comparison: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      meaning: "The table refuses writes for want of capacity, again and again: retries no longer hide it.",
    },
  ],
  natGateway: [
    {
      key: "port-allocation-errors",
      namespace: "AWS/NATGateway",
      metricName: "ErrorPortAllocation",
      statistic: "Sum",
      period: minute,
      evaluationPeriods: 5,
      datapointsToAlarm: 1,
      comparison: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      meaning: "The NAT gateway has no free port for a destination, so new connections out of the network fail.",
    },
  ],
  eventRule: [
    {
      key: "failed-invocations",
      namespace: "AWS/Events",
      metricName: "FailedInvocations",
      statistic: "Sum",
      period: 5 * minute,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      comparison: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      meaning: "Events do not reach their target for good: permissions are missing, or the target is gone.",
    },
  ],
  deadLetterQueue: [
    {
      key: "dead-letters",
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      statistic: "Maximum",
      period: 5 * minute,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      comparison: "GreaterThanThreshold",
      threshold: 0,
      treatMissingData: "notBreaching",
      meaning: "Events wait that could not be delivered; the queue forgets them after 14 days.",
    },
  ],
  distribution: [
    {
      key: "5xx-rate",
      namespace: "AWS/CloudFront",
      metricName: "5xxErrorRate",
      statistic: "Average",
      period: minute,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
      comparison: "GreaterThanThreshold",
      threshold: 5,
      treatMissingData: "notBreaching",
      meaning: "More than 5 percent of the viewers' requests fail.",
    },
  ],
};
