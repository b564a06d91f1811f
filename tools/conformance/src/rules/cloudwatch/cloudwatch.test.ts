import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { cloudwatchRules } from "./index";

const cases: RuleCases = {
  "cloudwatch/retention-of-a-year": {
    good: [["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 365 }]],
    bad: [["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 14 }]],
  },
  "cloudwatch/retention-explicit": {
    good: [["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 14 }]],
    bad: [["aws:cloudwatch/logGroup:LogGroup", {}]],
  },
  "cloudwatch/log-group-with-customer-key": {
    good: [["aws:cloudwatch/logGroup:LogGroup", { kmsKeyId: "arn:k" }]],
    bad: [["aws:cloudwatch/logGroup:LogGroup", {}]],
  },
  "cloudwatch/alarm-actions": {
    good: [["aws:cloudwatch/metricAlarm:MetricAlarm", { name: "a", alarmActions: ["arn:t"] }]],
    bad: [["aws:cloudwatch/metricAlarm:MetricAlarm", { name: "a" }]],
    alsoGood: [
      [
        ["aws:cloudwatch/metricAlarm:MetricAlarm", { name: "a" }],
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm", { alarmActions: ["arn:t"], alarmRule: 'ALARM("a") OR ALARM(b)' }],
      ],
    ],
    alsoBad: [
      [
        ["aws:cloudwatch/metricAlarm:MetricAlarm", { name: "a" }],
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm", { alarmActions: ["arn:t"], alarmRule: 'ALARM("ab") OR ALARM(ba)' }],
      ],
    ],
  },
  "cloudwatch/alarm-actions-enabled": {
    good: [["aws:cloudwatch/metricAlarm:MetricAlarm", {}]],
    bad: [["aws:cloudwatch/metricAlarm:MetricAlarm", { actionsEnabled: false }]],
  },
  "cloudwatch/log-policy-not-public": {
    good: [
      ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", { policyDocument: policy({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "logs:PutLogEvents", Resource: "*" }) }],
    ],
    bad: [
      ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", { policyDocument: policy({ Effect: "Allow", Principal: "*", Action: "logs:PutLogEvents", Resource: "*" }) }],
    ],
  },
  "cloudwatch/unauthorized-calls-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "UnauthorizedOperation", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/sign-in-without-mfa-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "MFAUsed", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/root-use-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "Root", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/iam-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "PutRolePolicy", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/trail-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "StopLogging", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/failed-sign-ins-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "Failed authentication", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/key-deletion-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "ScheduleKeyDeletion", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/bucket-policy-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "PutBucketPolicy", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/config-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "StopConfigurationRecorder", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/security-group-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "AuthorizeSecurityGroupIngress", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/network-acl-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "CreateNetworkAcl", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/gateway-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "AttachInternetGateway", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/route-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "ReplaceRoute", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/vpc-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "ModifyVpcAttribute", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "cloudwatch/organization-changes-alarm": {
    good: [
      ["aws:cloudtrail/trail:Trail", {}],
      ["aws:cloudwatch/logMetricFilter:LogMetricFilter", { pattern: "organizations.amazonaws.com", metricTransformation: { name: "m" } }],
      ["aws:cloudwatch/metricAlarm:MetricAlarm", { metricName: "m", alarmActions: ["arn:t"] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
};

describe("rules of cloudwatch", () => {
  itJudges(cloudwatchRules, cases);
});
