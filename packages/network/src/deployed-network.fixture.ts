import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Network } from "./network";
import type { NetworkArgs } from "./network-args";

/** A network of two zones that has nothing but what a test asks for, deployed to an account. */
export function deployNetwork(
  args: Partial<NetworkArgs> | (() => Partial<NetworkArgs>) = {},
  { aws = new SimulatedAws(), state }: { readonly aws?: SimulatedAws; readonly state?: DeployRun["state"] } = {},
): Promise<DeployRun> {
  return deploy({
    providers: [aws],
    ...(state !== undefined && { state }),
    program: () => {
      const network = new Network("network", {
        region: "us-east-1",
        availabilityZones: ["us-east-1a", "us-east-1b"],
        naming: new Naming({ project: "infra", environment: "dev" }),
        profile: "ephemeral",
        ...(typeof args === "function" ? args() : args),
      });
      const { cidrBlock, layout, egressIps, isolatedSubnetIds, endpointPeers } = network;
      const keptAddresses = Object.fromEntries(Object.entries(network.keptElasticIps).map(([zone, { publicIp }]) => [zone, publicIp]));
      return { cidrBlock, layout, egressIps, keptAddresses, isolatedSubnetIds, endpointPeers };
    },
  });
}

/** The resource of a type of `@pulumi/aws/ec2`, by its logical name. */
export function ec2(run: DeployRun, type: string, name?: string) {
  return run.resource(`aws:ec2/${type[0].toLowerCase()}${type.slice(1)}:${type}`, name);
}
