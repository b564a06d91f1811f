import { hasInterfaceEndpoint } from "../../interface-endpoint";
import type { Rule } from "../../rule";

export const incidentContactsEndpoint: Rule = {
  id: "vpc/incident-contacts-endpoint",
  controls: { "FSBP:EC2.58": "MEDIUM" },
  requirement: "Each VPC has an interface endpoint for `ssm-contacts`.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => hasInterfaceEndpoint(resource, stack, "ssm-contacts"),
};
