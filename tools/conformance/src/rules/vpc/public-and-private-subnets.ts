import { hasInternetRoute } from "../../routes";
import type { Rule } from "../../rule";

export const publicAndPrivateSubnets: Rule = {
  id: "vpc/public-and-private-subnets",
  controls: { "prowler:vpc_subnet_separate_private_public": "MEDIUM" },
  requirement: "Each VPC has subnets with a way to the internet gateway and subnets without.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => {
    const subnets = stack.referring("aws:ec2/subnet:Subnet", "vpcId", resource);
    const withInternet = subnets.map((subnet) =>
      stack.referring("aws:ec2/routeTableAssociation:RouteTableAssociation", "subnetId", subnet).some(
        (association) => hasInternetRoute(association, stack),
      ),
    );
    return withInternet.includes(true) && withInternet.includes(false);
  },
};
