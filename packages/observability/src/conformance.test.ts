import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Bucket, BucketNotification } from "@pulumi/aws/s3";
import { Alarms } from "./alarms";
import { EncryptedLogGroup } from "./encrypted-log-group";
import { ObjectCreatedEvents } from "./object-created-events";
import { keyFor } from "./service-key.fixture";

/** What other packages would give. */
const surroundings = /^(logs-key|alarm-key|bucket)$/;

function watch(): void {
  const { bucket } = new Bucket("bucket", { bucket: "shop-dev-logs" });
  new BucketNotification("bucket", { bucket, eventbridge: true });
  const logsKey = keyFor("logs.us-east-1.amazonaws.com", "logs-key");
  const logGroup = new EncryptedLogGroup("events", { kmsKeyArn: logsKey.arn });
  const events = new ObjectCreatedEvents("objects", { buckets: { logs: bucket }, logGroup });
  new Alarms("alarms", {
    region: "us-east-1",
    accountId: "123456789012",
    kmsKeyArn: keyFor("cloudwatch.amazonaws.com", "alarm-key").arn,
    subjects: {
      loadBalancer: { arnSuffix: "app/web/1", targetGroups: { primary: "targetgroup/primary/2" } },
      tables: { orders: "shop-dev-orders" },
      distribution: { distributionId: "E2QWRUHAPOMQZL" },
      eventRules: events.ruleNames,
      deadLetterQueues: { objects: events.deadLetterQueueName },
      keys: { data: { arn: logsKey.arn } },
    },
  });
}

describe("a log group, events and alarms with their defaults", () => {
  it("meet every control or have a recorded exception", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: watch });
    expect(checkConformance(run, { surroundings }).failures).toEqual([]);
  });
});
