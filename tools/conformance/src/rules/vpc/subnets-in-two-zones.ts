import type { Rule } from "../../rule";

export const subnetsInTwoZones: Rule = {
  id: "vpc/subnets-in-two-zones",
  controls: { "prowler:vpc_subnet_different_az": "MEDIUM" },
  requirement: "The subnets of each VPC are in at least two availability zones.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) =>
    new Set(stack.referring("aws:ec2/subnet:Subnet", "vpcId", resource).map(
      (subnet) => subnet.text("availabilityZone") || subnet.text("availabilityZoneId"),
    )).size >= 2,
};
