import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, claimedControls } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
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

const claims = claimedControls(readFileSync(resolve(__dirname, "../README.md"), "utf8"));
const claimed = claims.map(({ control }) => control);
const byDefault = claims.filter(({ takes }) => takes === "").map(({ control }) => control);

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

async function outcomesOf(controls: readonly string[], program: () => void, surroundings?: RegExp) {
  const run = await deploy({ providers: [new SimulatedAws()], config: { "aws:region": region }, program });
  const { verdicts } = checkConformance(run, { surroundings });
  return controls.map((id) => [id, verdicts.find(({ control }) => control === id)?.outcome]);
}

const pass = (controls: readonly string[]) => controls.map((id) => [id, "pass"]);

describe("the controls of the README", () => {
  it("are each named once", () => {
    expect(claimed).toEqual([...new Set(claimed)]);
  });

  it("are met with what they take, but by the bucket that holds the logs of the others", async () => {
    expect(await outcomesOf(claimed, withAll, /^s3-logs-/)).toEqual(pass(claimed));
  });

  it("are met by default where they take nothing", async () => {
    expect(await outcomesOf(byDefault, withDefaults)).toEqual(pass(byDefault));
  });
});
