import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, type Exception } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Key } from "@pulumi/aws/kms";
import { Bucket, BucketNotification } from "@pulumi/aws/s3";
import { Alarms } from "./alarms";
import { EncryptedLogGroup } from "./encrypted-log-group";
import { everySubject } from "./every-subject.fixture";
import { ObjectCreatedEvents } from "./object-created-events";

/** What other packages would give. */
const surroundings = /^(key|edge-key|bucket)$/;

type Profile = "production" | "ephemeral";

/** A key that logs, alarms and events may use, as `EncryptionKey` makes it for them. */
function keyIn(region: string, name: string): Key {
  const use = (Service: string) => ({
    Effect: "Allow",
    Principal: { Service },
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    Resource: "*",
  });
  const services = [`logs.${region}.amazonaws.com`, "cloudwatch.amazonaws.com", "events.amazonaws.com"];
  const own = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [own, ...services.map(use)] });
  return new Key(name, { region, enableKeyRotation: true, policy });
}

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
