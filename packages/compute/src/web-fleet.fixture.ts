import { Naming } from "@org/infra-naming";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import { Fleet, type FleetArgs } from "./fleet";
import { InstanceRole } from "./instance-role";
import { InstanceTemplate } from "./instance-template";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });

interface Around {
  readonly instanceType?: string;
  readonly cidrPrefix?: string;
  readonly scheme?: "internet-facing" | "internal";
}

/** A fleet called web with all that it stands on. */
export function webFleet(
  args: Partial<FleetArgs> = {},
  opts?: ComponentResourceOptions,
  { instanceType = "t3.micro", cidrPrefix = "10.0", scheme }: Around = {},
) {
  const { vpcId, publicSubnetIds, privateSubnetIds } = smallNetwork(cidrPrefix);
  const balancer = new ApplicationLoadBalancer("balancer", {
    vpcId,
    subnetIds: publicSubnetIds,
    listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
    sources: {},
    accessLogs: "off",
    profile: "ephemeral",
    scheme,
    naming,
  });
  const role = new InstanceRole("instance", { region: "us-east-1", naming });
  const template = new InstanceTemplate("instance", {
    vpcId,
    instanceType,
    instanceProfileArn: role.instanceProfileArn,
    loadBalancerSecurityGroupId: balancer.securityGroupId,
    naming,
  });
  const fleet = new Fleet(
    "web",
    {
      subnetIds: privateSubnetIds,
      launchTemplateId: template.launchTemplateId,
      launchTemplateVersion: template.version,
      targetGroupArns: [balancer.primaryTargetGroupArn],
      minSize: 2,
      maxSize: 6,
      naming,
      ...args,
    },
    opts,
  );
  return { balancer, template, fleet };
}
