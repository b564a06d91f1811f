import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, describeControls } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { resolve } from "node:path";
import { BackupPlan } from "./backup-plan";
import { EncryptionKey } from "./encryption-key";
import { GeneratedSecret } from "./generated-secret";
import { LogBucket } from "./log-bucket";
import { Table } from "./table";

const region = "us-east-1";
const replicaRegion = "eu-west-1";
const table = { hashKey: { name: "id", type: "S" }, capacity: { mode: "on-demand" } } as const;
const readers = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "dynamodb:GetItem", Resource: "*" };

/** Nothing but what has no default. */
function withDefaults(): void {
  const { arn: kmsKeyArn } = new EncryptionKey("data", { region });
  new Table("orders", { ...table, kmsKeyArn });
  new GeneratedSecret("app", { kmsKeyArn });
  new LogBucket("alb-logs", { region, writer: { kind: "alb" } });
  new LogBucket("cloudfront-logs", { region, writer: { kind: "cloudfront", kmsKeyArn } });
}

/** Whatever the controls take, for one of each. */
function withAll(): void {
  const { arn: kmsKeyArn } = new EncryptionKey("data", { region });
  const replica = new EncryptionKey("replica", { region: replicaRegion });
  const replicas = { [replicaRegion]: { kmsKeyArn: replica.arn } };
  const resourcePolicy = JSON.stringify({ Version: "2012-10-17", Statement: [readers] });
  const orders = new Table("orders", { ...table, kmsKeyArn, replicas, resourcePolicy });
  new BackupPlan("backups", { resources: [orders], kmsKeyArn });
  new GeneratedSecret("app", { kmsKeyArn, rotation: { lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:rotate" } });
  const accessLogs = new LogBucket("s3-logs", { region, writer: { kind: "s3-server" } });
  new LogBucket("waf-logs", { region, writer: { kind: "waf", kmsKeyArn }, accessLogs });
}

async function judge(program: () => void, surroundings?: RegExp) {
  const run = await deploy({ providers: [new SimulatedAws()], config: { "aws:region": region }, program });
  return checkConformance(run, { surroundings });
}

describeControls(resolve(__dirname, "../README.md"), {
  byDefault: () => judge(withDefaults),
  // The bucket that holds the logs of the others logs no requests itself.
  taking: [() => judge(withAll, /^s3-logs-/)],
});
