import type { Rule } from "../../rule";

export const elasticIpInUse: Rule = {
  id: "vpc/elastic-ip-in-use",
  controls: { "SecHub:EC2.12": "LOW" },
  requirement: "Elastic IP addresses are attached to something.",
  subjects: ["aws:ec2/eip:Eip"],
  judge: (resource, stack) =>
    resource.has("instance") || resource.has("networkInterface") ||
    ["aws:ec2/natGateway:NatGateway","aws:ec2/eipAssociation:EipAssociation"].some(
      (type) => stack.referring(type, "allocationId", resource).length > 0,
    ) ||
    stack.referring("aws:ec2/natGateway:NatGateway", "availabilityZoneAddresses.allocationIds", resource).length > 0,
};
