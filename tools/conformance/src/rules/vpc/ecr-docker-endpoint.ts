import { hasInterfaceEndpoint } from "../../interface-endpoint";
import type { Rule } from "../../rule";

export const ecrDockerEndpoint: Rule = {
  id: "vpc/ecr-docker-endpoint",
  controls: { "FSBP:EC2.56": "MEDIUM" },
  requirement: "Each VPC has an interface endpoint for `ecr.dkr`.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => hasInterfaceEndpoint(resource, stack, "ecr.dkr"),
};
