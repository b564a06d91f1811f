import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, describeControls } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Bucket, BucketNotification } from "@pulumi/aws/s3";
import { resolve } from "node:path";
import { Alarms, type AlarmsArgs } from "./alarms";
import { EncryptedLogGroup } from "./encrypted-log-group";
import { ObjectCreatedEvents } from "./object-created-events";
import { keyFor } from "./service-key.fixture";

const region = "us-east-1";
const users = [`logs.${region}.amazonaws.com`, "cloudwatch.amazonaws.com", "events.amazonaws.com"];

/** Whatever the controls take. */
const hardened: Partial<AlarmsArgs> = {
  emailAddresses: ["ops@example.com"],
  subjects: { keys: { data: { arn: `arn:aws:kms:${region}:123456789012:key/3` } } },
};

/** A log group, events and alarms, with nothing but what has no default and what is said of the alarms. */
function watch(args: Partial<AlarmsArgs>): void {
  const { bucket } = new Bucket("bucket", { bucket: "test-dev-logs" });
  new BucketNotification("bucket", { bucket, eventbridge: true });
  const { arn: kmsKeyArn } = keyFor(users);
  const logGroup = new EncryptedLogGroup("events", { kmsKeyArn });
  const { ruleNames } = new ObjectCreatedEvents("objects", { buckets: { logs: bucket }, logGroup });
  const required = { region, accountId: "123456789012", kmsKeyArn, subjects: { eventRules: ruleNames } };
  new Alarms("alarms", { ...required, ...args, subjects: { ...required.subjects, ...args.subjects } });
}

async function judge(args: Partial<AlarmsArgs> = {}) {
  const run = await deploy({ providers: [new SimulatedAws()], program: () => watch(args) });
  return checkConformance(run, { surroundings: /^(bucket|key)$/ });
}

describeControls(resolve(__dirname, "../README.md"), { byDefault: () => judge(), taking: [() => judge(hardened)] });
