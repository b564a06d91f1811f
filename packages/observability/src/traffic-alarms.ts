import { type AlarmDefinition, minute } from "./alarm-definition";

const loadBalancerMetric = { namespace: "AWS/ApplicationELB", dimensions: ["LoadBalancer"], region: "home" } as const;
const targetGroupMetric = { ...loadBalancerMetric, dimensions: ["LoadBalancer", "TargetGroup"] } as const;
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
const distributionMetric = {
  namespace: "AWS/CloudFront",
  dimensions: ["DistributionId", "Region"],
  region: "us-east-1",
} as const;

/** Most of five minutes: one slow minute wakes nobody, and a lasting fault is told within five. */
const mostOfFiveMinutes = { period: minute, evaluationPeriods: 5, datapointsToAlarm: 3 } as const;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
export const loadBalancerAlarms: readonly AlarmDefinition[] = [
  {
    ...loadBalancerMetric,
    ...mostOfFiveMinutes,
    key: "elb-5xx",
    metricName: "HTTPCode_ELB_5XX_Count",
    statistic: "Sum",
    comparison: "GreaterThanThreshold",
    threshold: 10,
    treatMissingData: "notBreaching",
    meaning: "The load balancer itself fails requests: no healthy target, or targets that do not answer in time.",
    reason: "A replaced target costs a few requests; more than 10 a minute in three minutes of five do not pass by themselves.",
    affectsUsers: true,
  },
  {
    ...loadBalancerMetric,
    ...mostOfFiveMinutes,
    key: "slow-responses",
    metricName: "TargetResponseTime",
    statistic: "p95",
    comparison: "GreaterThanThreshold",
    threshold: 2,
    treatMissingData: "notBreaching",
    meaning: "One request in twenty waits longer than 2 seconds for the application.",
    reason: "Beyond 2 seconds people notice; the 95th percentile leaves out single slow requests, which an average hides.",
    affectsUsers: false,
  },
];

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
export const targetGroupAlarms: readonly AlarmDefinition[] = [
  {
    ...targetGroupMetric,
    key: "unhealthy-hosts",
    metricName: "UnHealthyHostCount",
    statistic: "Maximum",
    period: minute,
    evaluationPeriods: 10,
    datapointsToAlarm: 10,
    comparison: "GreaterThanThreshold",
    threshold: 0,
    treatMissingData: "notBreaching",
    meaning: "A target has failed its health check for longer than its replacement takes.",
    reason: "Auto Scaling replaces an unhealthy instance within ten minutes; one that stays longer is not being replaced.",
    affectsUsers: false,
  },
  {
    ...targetGroupMetric,
    key: "no-healthy-host",
    metricName: "HealthyHostCount",
    statistic: "Minimum",
    period: minute,
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    comparison: "LessThanThreshold",
    threshold: 1,
    treatMissingData: "breaching",
    meaning: "Nobody serves this group's share of the requests: weights do not fail over to the other group.",
    reason: "Three minutes bridge the restart of a single target; a group without registered targets reports nothing at all.",
    affectsUsers: true,
  },
  {
    ...targetGroupMetric,
    ...mostOfFiveMinutes,
    key: "target-5xx",
    metricName: "HTTPCode_Target_5XX_Count",
    statistic: "Sum",
    comparison: "GreaterThanThreshold",
    threshold: 10,
    treatMissingData: "notBreaching",
    meaning: "The application answers with server errors.",
    reason: "Single errors are in every log; more than 10 a minute in three minutes of five are a fault, not an accident.",
    affectsUsers: true,
  },
];

export const distributionAlarms: readonly AlarmDefinition[] = [
  {
    ...distributionMetric,
    ...mostOfFiveMinutes,
    key: "5xx-rate",
    metricName: "5xxErrorRate",
    statistic: "Average",
    comparison: "GreaterThanThreshold",
    threshold: 5,
    treatMissingData: "notBreaching",
    meaning: "More than 5 percent of the viewers' requests fail.",
    reason: "A rate is fair at any traffic; 5 percent leaves room for one bad request among twenty at night.",
    affectsUsers: true,
  },
  {
    ...distributionMetric,
    ...mostOfFiveMinutes,
    key: "origin-latency",
    metricName: "OriginLatency",
    statistic: "p95",
    comparison: "GreaterThanThreshold",
    threshold: 3_000,
    treatMissingData: "notBreaching",
    meaning: "One request in twenty waits longer than 3 seconds for the origin, seen from CloudFront's edge.",
    reason: "2 seconds for the application as in slow-responses, and 1 for the way between a far edge and the origin.",
    affectsUsers: false,
    needs: "additionalMetrics",
  },
];

/** https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html; for CloudFront there is no dimension Region. */
export const webAclAlarms: readonly AlarmDefinition[] = [
  {
    namespace: "AWS/WAFV2",
    dimensions: ["Rule", "WebACL"],
    region: "us-east-1",
    key: "blocked-requests",
    metricName: "BlockedRequests",
    statistic: "Sum",
    period: 5 * minute,
    evaluationPeriods: 2,
    datapointsToAlarm: 2,
    comparison: "GreaterThanThreshold",
    threshold: 1_000,
    treatMissingData: "notBreaching",
    meaning: "The web ACL blocks unusually many requests: an attack, or a rule that stops the application's own users.",
    reason: "Scanners are blocked all day, some hundreds in five minutes; ten minutes of more than 1000 each are aimed at you.",
    affectsUsers: false,
  },
];
