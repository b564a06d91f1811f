import { hasInterfaceEndpoint } from "../../interface-endpoint";
import type { Rule } from "../../rule";

export const ecrApiEndpoint: Rule = {
  id: "vpc/ecr-api-endpoint",
  controls: { "FSBP:EC2.55": "MEDIUM" },
  requirement: "Each VPC has an interface endpoint for `ecr.api`.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => hasInterfaceEndpoint(resource, stack, "ecr.api"),
};
