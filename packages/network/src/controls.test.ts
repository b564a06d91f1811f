import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, describeControls } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { resolve } from "node:path";
import { logKey } from "./log-key.fixture";
import { Network } from "./network";
import type { NetworkArgs } from "./network-args";

const required = { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"] };

/** Whatever the controls take. */
const hardened = (): Partial<NetworkArgs> => ({
  flowLogs: { kind: "cloudwatch", kmsKeyArn: logKey().arn },
  interfaceEndpoints: ["ssm", "ec2", "ecr.api", "ecr.dkr", "ssm-contacts", "ssm-incidents"],
});

async function judge(args: () => Partial<NetworkArgs> = () => ({})) {
  const program = () => void new Network("network", { ...required, ...args() });
  return checkConformance(await deploy({ providers: [new SimulatedAws()], program }), { surroundings: /^key$/ });
}

describeControls(resolve(__dirname, "../README.md"), { byDefault: () => judge(), taking: [() => judge(hardened)] });
