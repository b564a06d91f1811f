import { hasInterfaceEndpoint } from "../../interface-endpoint";
import type { Rule } from "../../rule";

export const incidentManagerEndpoint: Rule = {
  id: "vpc/incident-manager-endpoint",
  controls: { "FSBP:EC2.60": "MEDIUM" },
  requirement: "Each VPC has an interface endpoint for `ssm-incidents`.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => hasInterfaceEndpoint(resource, stack, "ssm-incidents"),
};
