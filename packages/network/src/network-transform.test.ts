import type { DeployRun } from "@org/offline-engine";
import { deployNetwork } from "./deployed-network.fixture";

function subnet(run: DeployRun, name: string) {
  return run.resource("aws:ec2/subnet:Subnet", name);
}

describe("Network's transform", () => {
  it("has the last word on the arguments and options of the VPC", async () => {
    const run = await deployNetwork({
      transform: {
        vpc: (args, opts) => {
          args.enableNetworkAddressUsageMetrics = true;
          opts.protect = true;
        },
      },
    });
    expect(run.resource("aws:ec2/vpc:Vpc")).toMatchObject({
      inputs: { cidrBlock: "10.0.0.0/16", enableNetworkAddressUsageMetrics: true },
      protect: true,
    });
  });

  it("has the last word on the subnets of one tier, and leaves the others alone", async () => {
    const run = await deployNetwork({
      isolatedSubnets: true,
      transform: {
        publicSubnet: (args, opts) => {
          args.tags = { ...args.tags, Elb: "public" };
          opts.ignoreChanges = ["tags"];
        },
        isolatedSubnet: (args) => {
          args.tags = { Elb: "isolated" };
        },
      },
    });
    expect(subnet(run, "network-public-us-east-1b")).toMatchObject({
      inputs: { tags: { Tier: "public", Elb: "public" } },
      ignoreChanges: ["tags"],
    });
    expect(subnet(run, "network-isolated-us-east-1b").inputs.tags).toEqual({ Elb: "isolated" });
    expect(subnet(run, "network-private-us-east-1b").inputs.tags).not.toHaveProperty("Elb");
  });

  it("has the last word on private subnets", async () => {
    const run = await deployNetwork({
      transform: {
        privateSubnet: (args) => {
          args.tags = { Elb: "private" };
        },
      },
    });
    expect(subnet(run, "network-private-us-east-1a").inputs.tags).toEqual({ Elb: "private" });
    expect(subnet(run, "network-public-us-east-1a").inputs.tags).not.toHaveProperty("Elb");
  });
});
