import { hasInterfaceEndpoint } from "../../interface-endpoint";
import type { Rule } from "../../rule";

export const systemsManagerEndpoint: Rule = {
  id: "vpc/systems-manager-endpoint",
  controls: { "FSBP:EC2.57": "MEDIUM" },
  requirement: "Each VPC has an interface endpoint for `ssm`.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => hasInterfaceEndpoint(resource, stack, "ssm"),
};
