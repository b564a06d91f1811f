import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { alarmCatalogue, alarmDescription, defaultRunbookUrl, keyNoticeChapter } from "./alarm-catalogue";
import type { AlarmDefinition } from "./alarm-definition";

const rows = Object.entries(alarmCatalogue).flatMap(([kind, definitions]) =>
  definitions.map((definition): [string, AlarmDefinition] => [`${kind} ${definition.key}`, definition]),
);
const runbook = readFileSync(resolve(__dirname, "../RUNBOOK.md"), "utf8");

describe("alarm catalogue", () => {
  it("watches these metrics under these dimensions", () => {
    const facts = rows.map(([row, { namespace, metricName, statistic, dimensions, sumOver, region }]) => {
      const all = [...dimensions, ...(sumOver === undefined ? [] : [`every ${sumOver.dimension}`])];
      return `${row}: ${namespace} ${metricName} ${statistic} by ${all.join("+")} in ${region}`;
    });
    expect(facts).toEqual([
      "distribution 5xx-rate: AWS/CloudFront 5xxErrorRate Average by DistributionId+Region in us-east-1",
      "distribution origin-latency: AWS/CloudFront OriginLatency p95 by DistributionId+Region in us-east-1",
      "webAcl blocked-requests: AWS/WAFV2 BlockedRequests Sum by Rule+WebACL in us-east-1",
      "loadBalancer elb-5xx: AWS/ApplicationELB HTTPCode_ELB_5XX_Count Sum by LoadBalancer in home",
      "loadBalancer slow-responses: AWS/ApplicationELB TargetResponseTime p95 by LoadBalancer in home",
      "targetGroup unhealthy-hosts: AWS/ApplicationELB UnHealthyHostCount Maximum by LoadBalancer+TargetGroup in home",
      "targetGroup no-healthy-host: AWS/ApplicationELB HealthyHostCount Minimum by LoadBalancer+TargetGroup in home",
      "targetGroup target-5xx: AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum by LoadBalancer+TargetGroup in home",
      "fleet below-min-size: AWS/AutoScaling GroupInServiceInstances Minimum by AutoScalingGroupName in home",
      "table read-throttles: AWS/DynamoDB ReadThrottleEvents Sum by TableName in home",
      "table write-throttles: AWS/DynamoDB WriteThrottleEvents Sum by TableName in home",
      "table system-errors: AWS/DynamoDB SystemErrors Sum by TableName+every Operation in home",
      "tableIndex read-throttles: AWS/DynamoDB ReadThrottleEvents Sum by TableName+GlobalSecondaryIndexName in home",
      "tableIndex write-throttles: AWS/DynamoDB WriteThrottleEvents Sum by TableName+GlobalSecondaryIndexName in home",
      "backupVault failed-backup-jobs: AWS/Backup NumberOfBackupJobsFailed Sum by BackupVaultName in home",
      "backupVault expired-backup-jobs: AWS/Backup NumberOfBackupJobsExpired Sum by BackupVaultName in home",
      "natGateway port-allocation-errors: AWS/NATGateway ErrorPortAllocation Sum by NatGatewayId in home",
      "natGateway dropped-packets: AWS/NATGateway PacketsDropCount Sum by NatGatewayId in home",
      "regionalNatGateway port-allocation-errors: AWS/NATGateway ErrorPortAllocation Sum by NatGatewayId+every AvailabilityZone in home",
      "regionalNatGateway dropped-packets: AWS/NATGateway PacketsDropCount Sum by NatGatewayId+every AvailabilityZone in home",
      "eventRule failed-invocations: AWS/Events FailedInvocations Sum by RuleName in home",
      "deadLetterQueue dead-letters: AWS/SQS ApproximateNumberOfMessagesVisible Maximum by QueueName in home",
      "logGroup log-silence: AWS/Logs IncomingLogEvents Sum by LogGroupName in home",
      "accessLog access-log-silence: AWS/Events TriggeredRules Sum by RuleName in home",
      "keyNotice failed-invocations: AWS/Events FailedInvocations Sum by RuleName in home",
      "keyNoticeQueue dead-letters: AWS/SQS ApproximateNumberOfMessagesVisible Maximum by QueueName in home",
    ]);
  });

  it.each(rows)("says of %s what it means and why it is told now, in what CloudWatch takes", (_, definition) => {
    expect(definition.meaning).toMatch(/^[A-Z].{20,}\.$/);
    expect(definition.reason).toMatch(/^[A-Z0-9].{20,}\.$/);
    expect(alarmDescription(definition, `https://${"w".repeat(492)}`).length).toBeLessThanOrEqual(1_024);
  });

  it.each(rows)("asks for %s for a number of data points that can be reached", (_, definition) => {
    const { datapointsToAlarm, evaluationPeriods, period, sumOver } = definition;
    expect(datapointsToAlarm).toBeGreaterThanOrEqual(1);
    expect(datapointsToAlarm).toBeLessThanOrEqual(evaluationPeriods);
    // CloudWatch looks back at most a day for periods under an hour.
    expect(period * evaluationPeriods).toBeLessThanOrEqual(86_400);
    expect(period % 60).toBe(0);
    // The zones of a subject are counted when it is named.
    if (Array.isArray(sumOver?.values)) expect(sumOver.values.length).toBeLessThanOrEqual(10);
  });

  it("has a chapter in the runbook for every alarm and the notice of a key, and none for anything else", () => {
    const chapters = [...runbook.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    const keys = new Set(rows.map(([, { key }]) => key));
    expect(new Set(chapters)).toEqual(new Set([...keys, "users-affected", keyNoticeChapter]));
    expect(chapters).toHaveLength(keys.size + 2);
  });

  it("links to the runbook where the package says that its sources are", () => {
    const { repository } = JSON.parse(readFileSync(resolve(__dirname, "../package.json"), "utf8"));
    const sources = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
    expect(defaultRunbookUrl).toBe(`${sources}/blob/main/${repository.directory}/RUNBOOK.md`);
  });

  it("links to the chapter", () => {
    expect(alarmDescription(alarmCatalogue.loadBalancer[1], "https://wiki.example.com/runbook")).toBe(
      "One request in twenty waits longer than 2 seconds for the application. Beyond 2 seconds people notice; the 95th " +
        "percentile leaves out single slow requests, which an average hides. " +
        "Runbook: https://wiki.example.com/runbook#slow-responses",
    );
  });

  it("takes silence for trouble exactly where a metric falls when something is wrong", () => {
    for (const [, { comparison, treatMissingData }] of rows) {
      expect(treatMissingData).toBe(comparison === "LessThanThreshold" ? "breaching" : "notBreaching");
    }
  });
});
