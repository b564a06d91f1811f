import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { BackupPlan } from "./backup-plan";
import { EncryptionKey } from "./encryption-key";
import { GeneratedSecret } from "./generated-secret";
import { LogBucket } from "./log-bucket";
import { Table } from "./table";

const region = "us-east-1";

function store(): void {
  const key = new EncryptionKey("data", { region, consumers: { logDelivery: { bucketNames: ["test-dev-cloudfront-logs"] } } });
  const orders = new Table("orders", { hashKey: { name: "id", type: "S" }, capacity: { mode: "onDemand" }, kmsKeyArn: key.arn });
  new BackupPlan("backups", { resources: [orders], kmsKeyArn: key.arn });
  new GeneratedSecret("app", { kmsKeyId: key.keyId });
  new LogBucket("alb-access-logs", { region, writer: { kind: "alb" } });
  new LogBucket("cloudfront-logs", { region, writer: { kind: "cloudfront", kmsKeyArn: key.arn } });
}

/** Those that need a `BackupPlan`, or that its role can miss. */
const ofBackups = ["SecHub:DynamoDB.4", "AwsSolutions-IAM4", "prowler:iam_role_cross_service_confused_deputy_prevention"];

describe("a key, a table and its backups, a secret and log buckets with their defaults", () => {
  it("meet every control or have a recorded exception", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: store });
    const { failures, verdicts } = checkConformance(run);
    expect(failures).toEqual([]);
    const outcomes = verdicts.filter(({ control }) => ofBackups.includes(control)).map(({ control, outcome }) => [control, outcome]);
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(ofBackups.map((control) => [control, "pass"])));
  });
});
