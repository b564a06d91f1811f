import { hasInterfaceEndpoint } from "../../interface-endpoint";
import type { Rule } from "../../rule";

export const ec2Endpoint: Rule = {
  id: "vpc/ec2-endpoint",
  controls: { "FSBP:EC2.10": "MEDIUM" },
  requirement: "Each VPC has an interface endpoint for `ec2`.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => hasInterfaceEndpoint(resource, stack, "ec2"),
};
