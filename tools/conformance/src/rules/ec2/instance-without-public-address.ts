import type { Rule } from "../../rule";

export const instanceWithoutPublicAddress: Rule = {
  id: "ec2/instance-without-public-address",
  controls: { "FSBP:EC2.9": "HIGH" },
  requirement: "Instances get no public address from their subnets.",
  subjects: ["aws:ec2/instance:Instance", "aws:autoscaling/group:Group"],
  judge: (resource, stack) =>
    !resource.isTrue("associatePublicIpAddress") &&
    !stack.of("aws:ec2/subnet:Subnet").some(
      (subnet) => subnet.isTrue("mapPublicIpOnLaunch") && resource.texts("vpcZoneIdentifiers").includes(subnet.id),
    ),
};
