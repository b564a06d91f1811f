import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, type Exception } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Bucket, BucketNotification } from "@pulumi/aws/s3";
import { Alarms } from "./alarms";
import { EncryptedLogGroup } from "./encrypted-log-group";
import { everySubject } from "./every-subject.fixture";
import { ObjectCreatedEvents } from "./object-created-events";
import { keyFor } from "./service-key.fixture";

/** What other packages would give. */
const surroundings = /^(key|edge-key|bucket)$/;

type Profile = "production" | "ephemeral";

/** A key that logs, alarms and events may use, as `EncryptionKey` makes it for them. */
const keyIn = (region: string, name: string) =>
  keyFor([`logs.${region}.amazonaws.com`, "cloudwatch.amazonaws.com", "events.amazonaws.com"], name, region);

/** Everything that this package has, and each kind of subject that there is. */
function watch(profile: Profile): void {
  const { bucket } = new Bucket("bucket", { bucket: "shop-dev-logs" });
  new BucketNotification("bucket", { bucket, eventbridge: true });
  const { arn: kmsKeyArn } = keyIn("eu-west-1", "key");
  const logGroup = new EncryptedLogGroup("events", { kmsKeyArn, profile });
  const events = new ObjectCreatedEvents("objects", { buckets: { logs: bucket }, logGroup, kmsKeyArn });
  new Alarms("alarms", {
    region: "eu-west-1",
    accountId: "123456789012",
    kmsKeyArn,
    emailAddresses: ["ops@example.com"],
    profile,
    subjects: {
      ...everySubject,
      eventRules: events.ruleNames,
      deadLetterQueues: { objects: events.deadLetterQueueName },
      distribution: { ...everySubject.distribution, notifications: { kmsKeyArn: keyIn("us-east-1", "edge-key").arn } },
    },
  });
}

async function judge(profile: Profile, exceptions: readonly Exception[]) {
  const options = {
    providers: [new SimulatedAws()],
    config: { "aws:region": "eu-west-1" },
    program: () => watch(profile),
  };
  const preview = await deploy({ ...options, preview: true });
  return checkConformance(await deploy(options), { preview, surroundings, exceptions });
}

describe("a log group, events and alarms about every subject", () => {
  it("meet every control or have a recorded exception", async () => {
    expect((await judge("production", [])).failures).toEqual([]);
  });

  it("do so when they are ephemeral", async () => {
    expect((await judge("ephemeral", [])).failures).toEqual([]);
  });
});
