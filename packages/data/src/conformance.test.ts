import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { GeneratedSecret } from "./generated-secret";
import { LogBucket } from "./log-bucket";
import { Table } from "./table";

const region = "us-east-1";

function store(): void {
  const key = new EncryptionKey("data", { region, consumers: { logDelivery: { bucketNames: ["test-dev-cloudfront-logs"] } } });
  new Table("orders", { hashKey: { name: "id", type: "S" }, capacity: { mode: "onDemand" }, kmsKeyArn: key.arn });
  new GeneratedSecret("app", { kmsKeyId: key.keyId });
  new LogBucket("alb-access-logs", { region, writer: { kind: "alb" } });
  new LogBucket("cloudfront-logs", { region, writer: { kind: "cloudfront", kmsKeyArn: key.arn } });
}

describe("a key, a table, a secret and log buckets with their defaults", () => {
  it("meet every control or have a recorded exception", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: store });
    expect(checkConformance(run).failures).toEqual([]);
  });
});
