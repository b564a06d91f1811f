import { alarmCatalogue, type AlarmDefinition } from "./alarm-catalogue";

const rows = Object.entries(alarmCatalogue).flatMap(([kind, definitions]) =>
  definitions.map((definition): [string, AlarmDefinition] => [`${kind} ${definition.key}`, definition]),
);

describe("alarm catalogue", () => {
  it("watches these metrics, each once", () => {
    expect(rows.map(([row, { namespace, metricName }]) => `${row}: ${namespace} ${metricName}`)).toEqual([
      "loadBalancer elb-5xx: AWS/ApplicationELB HTTPCode_ELB_5XX_Count",
      "targetGroup unhealthy-hosts: AWS/ApplicationELB UnHealthyHostCount",
      "targetGroup no-healthy-host: AWS/ApplicationELB HealthyHostCount",
      "targetGroup target-5xx: AWS/ApplicationELB HTTPCode_Target_5XX_Count",
      "fleet below-min-size: AWS/AutoScaling GroupInServiceInstances",
      "table read-throttles: AWS/DynamoDB ReadThrottleEvents",
      "table write-throttles: AWS/DynamoDB WriteThrottleEvents",
      "natGateway port-allocation-errors: AWS/NATGateway ErrorPortAllocation",
      "eventRule failed-invocations: AWS/Events FailedInvocations",
      "deadLetterQueue dead-letters: AWS/SQS ApproximateNumberOfMessagesVisible",
      "distribution 5xx-rate: AWS/CloudFront 5xxErrorRate",
    ]);
  });

  it.each(rows)("says of %s what it means, and asks for a number of data points that can be reached", (_, definition) => {
    expect(definition.meaning).toMatch(/^[A-Z].{20,}\.$/);
    expect(definition.datapointsToAlarm).toBeGreaterThanOrEqual(1);
    expect(definition.datapointsToAlarm).toBeLessThanOrEqual(definition.evaluationPeriods);
    // CloudWatch looks back at most a day for periods under an hour.
    expect(definition.period * definition.evaluationPeriods).toBeLessThanOrEqual(86_400);
    expect(definition.period % 60).toBe(0);
  });

  it("takes silence for trouble exactly where a metric falls when something is wrong", () => {
    for (const [, { comparison, treatMissingData }] of rows) {
      expect(treatMissingData).toBe(comparison === "LessThanThreshold" ? "breaching" : "notBreaching");
    }
  });
});
