import type { AlarmSubjects } from "./alarm-subjects";

const keyArn = (region: string, id: number) => `arn:aws:kms:${region}:123456789012:key/${id}`;

export const homeKeyArn = keyArn("eu-west-1", 1);
export const edgeKeyArn = keyArn("us-east-1", 2);

/** One of each subject that there is, of a service at home in eu-west-1. */
export const everySubject: Required<AlarmSubjects> = {
  loadBalancer: { arnSuffix: "app/web/1", targetGroups: { primary: "targetgroup/primary/2" } },
  fleets: { primary: { autoScalingGroupName: "web-primary", minSize: 2 } },
  tables: { orders: "shop-dev-orders" },
  tableIndexes: { "orders-by-customer": { tableName: "shop-dev-orders", indexName: "byCustomer" } },
  backupVaults: { daily: "shop-dev-daily" },
  natGateways: { "eu-west-1a": "nat-1" },
  regionalNatGateway: { natGatewayId: "nat-2", availabilityZones: ["eu-west-1a", "eu-west-1b"] },
  eventRules: { "alb-logs": "shop-dev-alb-logs" },
  deadLetterQueues: { events: "shop-dev-dead-letters" },
  logGroups: { app: "/shop-dev-app" },
  accessLogs: { "alb-logs": "shop-dev-alb-logs" },
  distribution: {
    distributionId: "E1",
    additionalMetrics: true,
    webAclMetricName: "shop-dev-web-acl",
    notifications: { kmsKeyArn: edgeKeyArn },
  },
  keys: { data: { arn: keyArn("eu-west-1", 3) }, edge: { arn: keyArn("us-east-1", 4), region: "us-east-1" } },
};
