import { type AlarmDefinition, hour, minute } from "./alarm-definition";

const ruleMetric = { namespace: "AWS/Events", dimensions: ["RuleName"], region: "home", affectsUsers: false } as const;
const sixHoursOfSilence = {
  statistic: "Sum",
  period: hour,
  evaluationPeriods: 6,
  datapointsToAlarm: 6,
  comparison: "LessThanThreshold",
  threshold: 1,
  treatMissingData: "breaching",
  affectsUsers: false,
} as const;

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html */
export const eventRuleAlarms: readonly AlarmDefinition[] = [
  {
    ...ruleMetric,
    key: "failed-invocations",
    metricName: "FailedInvocations",
    statistic: "Sum",
    period: 5 * minute,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    comparison: "GreaterThanThreshold",
    threshold: 0,
    treatMissingData: "notBreaching",
    meaning: "Events do not reach their target for good: permissions are missing, or the target is gone.",
    reason: "The metric leaves out what is retried: each count is an event that EventBridge has given up on.",
  },
];

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html */
export const deadLetterQueueAlarms: readonly AlarmDefinition[] = [
  {
    namespace: "AWS/SQS",
    dimensions: ["QueueName"],
    region: "home",
    key: "dead-letters",
    metricName: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    period: 5 * minute,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    comparison: "GreaterThanThreshold",
    threshold: 0,
    treatMissingData: "notBreaching",
    meaning: "Events wait that could not be delivered; the queue forgets them after 14 days.",
    reason: "Every message in the queue is a failure, so the first one counts.",
    affectsUsers: false,
  },
];

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html */
export const logGroupAlarms: readonly AlarmDefinition[] = [
  {
    ...sixHoursOfSilence,
    namespace: "AWS/Logs",
    dimensions: ["LogGroupName"],
    region: "home",
    key: "log-silence",
    metricName: "IncomingLogEvents",
    meaning: "Nothing is written to the log group any more: its writer has stopped, or may no longer write.",
    reason: "Six hours are longer than any quiet spell of a service in use; a group that may be quiet is not to be named.",
  },
];

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html */
export const accessLogAlarms: readonly AlarmDefinition[] = [
  {
    ...ruleMetric,
    ...sixHoursOfSilence,
    key: "access-log-silence",
    metricName: "TriggeredRules",
    meaning: "No access log arrives in the bucket any more: requests leave no trace.",
    reason: "Load balancers deliver every 5 minutes and CloudFront within an hour as a rule: six hours are not a late delivery.",
  },
];
