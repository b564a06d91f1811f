import type { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { Zone } from "@pulumi/aws/route53";

/** Makes the public zone of `example.com`, which a stack with a domain finds in the account; returns its id. */
export async function createHostedZone(aws: SimulatedAws): Promise<string> {
  const { outputs } = await deploy({
    project: "dns",
    stack: "test",
    config: { "aws:region": "us-east-1" },
    providers: [aws],
    program: () => ({ zoneId: new Zone("example", { name: "example.com" }).zoneId }),
  });
  return String(outputs["zoneId"]);
}
