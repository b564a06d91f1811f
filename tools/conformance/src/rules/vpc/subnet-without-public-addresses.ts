import type { Rule } from "../../rule";

export const subnetWithoutPublicAddresses: Rule = {
  id: "vpc/subnet-without-public-addresses",
  controls: { "FSBP:EC2.15": "MEDIUM" },
  requirement: "Subnets give no public IPv4 address to what is launched in them.",
  subjects: ["aws:ec2/subnet:Subnet"],
  judge: (resource) => !resource.isTrue("mapPublicIpOnLaunch"),
};
