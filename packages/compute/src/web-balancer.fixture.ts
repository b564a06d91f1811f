import { Naming } from "@org/infra-naming";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { ApplicationLoadBalancer, type ApplicationLoadBalancerArgs } from "./application-load-balancer";
import type { SmallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });

/** A load balancer called web that everybody reaches by plain HTTP. */
export function webOn(network: SmallNetwork, args: Partial<ApplicationLoadBalancerArgs> = {}, opts?: ComponentResourceOptions) {
  return new ApplicationLoadBalancer(
    "web",
    {
      vpcId: network.vpcId,
      subnetIds: network.publicSubnetIds,
      listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
      sources: { cidrBlocks: ["0.0.0.0/0"] },
      accessLogs: "off",
      naming,
      ...args,
    },
    opts,
  );
}
