/** A metric as AWS's documentation has it, written down without a look at the catalogue. */
export interface PublishedMetric {
  /** Sets of dimensions, in alphabetical order, under each of which AWS publishes the metric; under any other it is empty. */
  readonly dimensionSets: readonly string[];
  /** Whether the metric is in us-east-1, whatever the region of what it measures. */
  readonly inVirginia?: true;
  /** Those that AWS calls useful or valid. */
  readonly statistics: readonly ("Average" | "Maximum" | "Minimum" | "percentile" | "Sum")[];
  /** Seconds between two data points. */
  readonly interval: 60 | 300;
}

const hostCount: PublishedMetric = {
  dimensionSets: ["LoadBalancer TargetGroup", "AvailabilityZone LoadBalancer TargetGroup"],
  statistics: ["Average", "Minimum", "Maximum"],
  interval: 60,
};
const throttles: PublishedMetric = {
  dimensionSets: ["TableName", "GlobalSecondaryIndexName TableName"],
  statistics: ["Sum"],
  interval: 60,
};
const natCount: PublishedMetric = {
  // "Zonal NAT gateways use only this dimension. Regional NAT gateways use this dimension together with AvailabilityZone."
  dimensionSets: ["NatGatewayId", "AvailabilityZone NatGatewayId"],
  statistics: ["Sum"],
  interval: 60,
};
const backupJobs: PublishedMetric = { dimensionSets: ["BackupVaultName", "ResourceType"], statistics: ["Sum"], interval: 300 };

/** By namespace and name. */
export const publishedMetrics: Readonly<Record<string, PublishedMetric>> = {
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
  "AWS/CloudFront 5xxErrorRate": {
    dimensionSets: ["DistributionId Region"],
    inVirginia: true,
    statistics: ["Average"],
    interval: 60,
  },
  "AWS/CloudFront OriginLatency": {
    dimensionSets: ["DistributionId Region"],
    inVirginia: true,
    statistics: ["percentile"],
    interval: 60,
  },
  // https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html: Region for all but CloudFront.
  "AWS/WAFV2 BlockedRequests": { dimensionSets: ["Rule WebACL"], inVirginia: true, statistics: ["Sum"], interval: 60 },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
  "AWS/ApplicationELB HTTPCode_ELB_5XX_Count": {
    dimensionSets: ["LoadBalancer", "AvailabilityZone LoadBalancer"],
    statistics: ["Sum"],
    interval: 60,
  },
  "AWS/ApplicationELB TargetResponseTime": {
    dimensionSets: [
      "LoadBalancer",
      "AvailabilityZone LoadBalancer",
      "LoadBalancer TargetGroup",
      "AvailabilityZone LoadBalancer TargetGroup",
    ],
    statistics: ["Average", "percentile"],
    interval: 60,
  },
  "AWS/ApplicationELB UnHealthyHostCount": hostCount,
  "AWS/ApplicationELB HealthyHostCount": hostCount,
  "AWS/ApplicationELB HTTPCode_Target_5XX_Count": {
    dimensionSets: [
      "LoadBalancer",
      "AvailabilityZone LoadBalancer",
      "LoadBalancer TargetGroup",
      "AvailabilityZone LoadBalancer TargetGroup",
    ],
    statistics: ["Sum"],
    interval: 60,
  },
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
  "AWS/AutoScaling GroupInServiceInstances": {
    dimensionSets: ["AutoScalingGroupName"],
    statistics: ["Average", "Minimum", "Maximum"],
    interval: 60,
  },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
  "AWS/DynamoDB ReadThrottleEvents": throttles,
  "AWS/DynamoDB WriteThrottleEvents": throttles,
  "AWS/DynamoDB SystemErrors": { dimensionSets: ["Operation TableName"], statistics: ["Sum"], interval: 60 },
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html
  "AWS/Backup NumberOfBackupJobsFailed": backupJobs,
  "AWS/Backup NumberOfBackupJobsExpired": backupJobs,
  // https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html
  "AWS/NATGateway ErrorPortAllocation": natCount,
  "AWS/NATGateway PacketsDropCount": natCount,
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html: the rule alone for the default bus.
  "AWS/Events FailedInvocations": { dimensionSets: ["RuleName"], statistics: ["Sum"], interval: 60 },
  "AWS/Events TriggeredRules": { dimensionSets: ["EventBusName", "RuleName"], statistics: ["Sum"], interval: 60 },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
  "AWS/SQS ApproximateNumberOfMessagesVisible": {
    dimensionSets: ["QueueName"],
    statistics: ["Average", "Minimum", "Maximum", "Sum"],
    interval: 60,
  },
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html
  "AWS/Logs IncomingLogEvents": { dimensionSets: ["LogGroupName"], statistics: ["Sum"], interval: 60 },
};
