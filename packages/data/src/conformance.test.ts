import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { GeneratedSecret } from "./generated-secret";
import { LogBucket } from "./log-bucket";
import { Table } from "./table";

const region = "us-east-1";

function store(): void {
  const key = new EncryptionKey("data", { region, consumers: { cloudWatchLogs: true, alarmTopics: true, eventBridge: true } });
  new Table("orders", { hashKey: { name: "id", type: "S" }, capacity: { mode: "onDemand" }, kmsKeyArn: key.arn });
  new GeneratedSecret("app", { kmsKeyId: key.keyId });
  new LogBucket("alb-access-logs", { region, writer: { kind: "alb" } });
  new LogBucket("cloudfront-logs", { region, writer: { kind: "cloudfront" } });
}

describe("a key, a table, a secret and log buckets with their defaults", () => {
  it("meet every control or have a recorded exception", async () => {
    const exceptions = [
      { controls: ["SecHub:S3.17"], resources: /^cloudfront-logs/, reason: "the key is the user's to give: `kmsKeyArn` of the writer" },
    ];
    const { failures, unusedExceptions } = checkConformance(await deploy({ providers: [new SimulatedAws()], program: store }), { exceptions });
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(exceptions[0]);
  });
});
