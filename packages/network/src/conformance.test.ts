import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, type Exception } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Network } from "./network";
import type { NetworkArgs } from "./network-args";

const logKey: Exception = { controls: ["CKV_AWS_158"], reason: "the key is another component's: `kmsKeyArn` of the flow logs takes it" };
const ofEphemeral: Exception = { controls: ["FSBP:EC2.6", "FSBP:EC2.57"], reason: "`profile: \"ephemeral\"` records nothing and has no endpoints" };

async function judge(args: Partial<NetworkArgs>, exceptions: readonly Exception[]) {
  const options = {
    providers: [new SimulatedAws()],
    program: () => new Network("network", { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"], ...args }).vpcId,
  };
  const preview = await deploy({ ...options, preview: true });
  return checkConformance(await deploy(options), { preview, exceptions });
}

const networks: Readonly<Record<string, Partial<NetworkArgs>>> = {
  "its defaults": {},
  "isolated subnets and IPv6": { isolatedSubnets: true, ipv6: true },
  "one NAT gateway": { natGateways: "single" },
  "a regional NAT gateway": { natGateways: "regional" },
  "no NAT gateway": { natGateways: "none" },
  "addresses of its own choice": {
    addresses: {
      kind: "explicit",
      cidrBlock: "10.20.0.0/16",
      subnets: {
        "us-east-1a": { public: "10.20.0.0/24", private: "10.20.1.0/24" },
        "us-east-1b": { public: "10.20.2.0/24", private: "10.20.3.0/24" },
      },
    },
  },
};

describe("a network", () => {
  it.each(Object.entries(networks))("with %s meets every control or has a recorded exception", async (_, args) => {
    const { failures, unusedExceptions } = await judge(args, [logKey]);
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(logKey);
  });

  it("with flow logs in a bucket needs no key for them", async () => {
    const { failures } = await judge({ flowLogs: { kind: "s3", bucket: { arn: "arn:aws:s3:::shop-dev-flow-logs" } } }, []);
    expect(failures).toEqual([]);
  });

  it("that is ephemeral gives up flow logs and endpoints, and nothing else", async () => {
    const { failures, unusedExceptions } = await judge({ profile: "ephemeral" }, [ofEphemeral]);
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(ofEphemeral);
  });

  it("meets the controls that cost by the hour when `interfaceEndpoints` asks for them", async () => {
    const services = { "FSBP:EC2.10": "ec2", "FSBP:EC2.55": "ecr.api", "FSBP:EC2.56": "ecr.dkr", "FSBP:EC2.58": "ssm-contacts", "FSBP:EC2.60": "ssm-incidents" };
    const { failures, verdicts } = await judge({ interfaceEndpoints: Object.values(services) }, [logKey, ofEphemeral]);
    expect(failures).toEqual([]);
    const outcomes = verdicts.filter(({ control }) => Object.hasOwn(services, control)).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["pass", "pass", "pass", "pass", "pass"]);
  });
});
