import type { SchemaRow } from "../resource-schema";

export const cloudwatchSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:cloudwatch/alarmMuteRule:AlarmMuteRule": {
    outputs: "arn lastUpdatedTimestamp muteType status tagsAll",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    required: "alarmName alarmRule",
    replace: "alarmName",
    outputs: "arn tagsAll",
  },
  "aws:cloudwatch/contributorInsightRule:ContributorInsightRule": {
    required: "ruleDefinition ruleName",
    outputs: "resourceArn tagsAll",
    computed: "ruleState",
    replaceUnknown: true,
  },
  "aws:cloudwatch/contributorManagedInsightRule:ContributorManagedInsightRule": {
    required: "resourceArn templateName",
    outputs: "arn ruleName tagsAll",
    computed: "state",
    replaceUnknown: true,
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    required: "dashboardBody dashboardName",
    replace: "dashboardName",
    outputs: "dashboardArn",
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    required: "connectionArn httpMethod invocationEndpoint",
    outputs: "arn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventArchive:EventArchive": {
    required: "eventSourceArn",
    outputs: "arn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventBus:EventBus": {
    outputs: "arn tagsAll",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
    required: "policy",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventConnection:EventConnection": {
    required: "authParameters authorizationType",
    outputs: "arn secretArn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventEndpoint:EventEndpoint": {
    required: "eventBuses routingConfig",
    outputs: "arn endpointUrl",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventPermission:EventPermission": {
    required: "principal statementId",
    replaceUnknown: true,
  },
  "aws:cloudwatch/eventRule:EventRule": {
    replace: "name eventBusName",
    replaceUncertain: "namePrefix",
    outputs: "arn tagsAll",
    computed: "name namePrefix",
  },
  "aws:cloudwatch/eventTarget:EventTarget": {
    required: "arn rule",
    replaceUncertain: "rule targetId eventBusName",
    computed: "targetId",
  },
  "aws:cloudwatch/internetMonitor:InternetMonitor": {
    required: "monitorName",
    outputs: "arn tagsAll",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": {
    required: "policyDocument policyName policyType",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector": {
    required: "enabled logGroupArnLists",
    outputs: "arn tagsAll",
    computed: "anomalyVisibilityTime",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": {
    required: "logGroupName policyDocument",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDelivery:LogDelivery": {
    required: "deliveryDestinationArn deliverySourceName",
    outputs: "arn tagsAll",
    computed: "fieldDelimiter recordFields s3DeliveryConfigurations",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    outputs: "arn tagsAll",
    computed: "deliveryDestinationType name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": {
    required: "deliveryDestinationName deliveryDestinationPolicy",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    required: "logType resourceArn",
    outputs: "arn service tagsAll",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDestination:LogDestination": {
    required: "roleArn targetArn",
    outputs: "arn tagsAll",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": {
    required: "accessPolicy destinationName",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    replaceUncertain: "name namePrefix logGroupClass",
    outputs: "arn tagsAll",
    computed: "deletionProtectionEnabled logGroupClass name namePrefix",
  },
  "aws:cloudwatch/logIndexPolicy:LogIndexPolicy": {
    required: "logGroupName policyDocument",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    required: "logGroupName metricTransformation pattern",
    computed: "applyOnTransformedLogs name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    required: "policyDocument",
    replace: "policyName",
    replaceUncertain: "resourceArn",
    outputs: "policyScope revisionId",
  },
  "aws:cloudwatch/logS3TableIntegrationSource:LogS3TableIntegrationSource": {
    required: "dataSource integrationArn",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logStorageTierPolicy:LogStorageTierPolicy": {
    required: "storageTier",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logStream:LogStream": {
    required: "logGroupName",
    outputs: "arn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    required: "destinationArn filterPattern logGroup",
    computed: "applyOnTransformedLogs name roleArn",
    replaceUnknown: true,
  },
  "aws:cloudwatch/logTransformer:LogTransformer": {
    required: "logGroupArn transformerConfigs",
    replaceUnknown: true,
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    replaceUncertain: "name",
    outputs: "arn tagsAll",
    computed: "evaluateLowSampleCountPercentiles name",
  },
  "aws:cloudwatch/metricStream:MetricStream": {
    required: "firehoseArn outputFormat roleArn",
    outputs: "arn creationDate lastUpdateDate state tagsAll",
    computed: "name namePrefix",
    replaceUnknown: true,
  },
  "aws:cloudwatch/otelEnrichment:OtelEnrichment": {
    replaceUnknown: true,
  },
  "aws:cloudwatch/queryDefinition:QueryDefinition": {
    required: "queryString",
    outputs: "arn queryDefinitionId",
    computed: "name",
    replaceUnknown: true,
  },
};
