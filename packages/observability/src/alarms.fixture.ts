import { Naming } from "@org/infra-naming";
import type { DeployRun } from "@org/offline-engine";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Alarms, type AlarmsArgs } from "./alarms";
import { keyFor } from "./service-key.fixture";

export const alarmsType = "org:observability:Alarms";
export const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const compositeAlarm = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
export const topic = "aws:sns/topic:Topic";
export const topicPolicy = "aws:sns/topicPolicy:TopicPolicy";

const naming = new Naming({ project: "shop", environment: "dev" });

export const smallService: AlarmsArgs["subjects"] = {
  loadBalancer: { arnSuffix: "app/web/1", targetGroups: { primary: "targetgroup/primary/2" } },
  fleets: { primary: { autoScalingGroupName: "shop-dev-primary", minSize: 2 } },
  distribution: { distributionId: "E2QWRUHAPOMQZL" },
};

/** Alarms of a small service at home in us-east-1. */
export function alarmsOf(args: Partial<AlarmsArgs> = {}, opts?: ComponentResourceOptions) {
  return new Alarms(
    "alarms",
    {
      region: "us-east-1",
      accountId: "123456789012",
      kmsKeyArn: keyFor("cloudwatch.amazonaws.com").arn,
      subjects: smallService,
      naming,
      ...args,
    },
    opts,
  );
}

export const childrenOfAlarms = (run: DeployRun) =>
  run.resources.filter(({ parent }) => parent === run.resource(alarmsType).urn);
