import type { Rule } from "../../rule";
import { coversPort, ingressOf } from "../../traffic";

export const noInlineHttpIngress: Rule = {
  id: "security-group/no-inline-http-ingress",
  controls: { "pulumi-cp:aws-ec2-securitygroup-disallow-inbound-http-traffic": "CRITICAL" },
  requirement: "No rule inside a security group opens TCP 80.",
  subjects: ["aws:ec2/securityGroup:SecurityGroup"],
  judge: (resource) => !ingressOf(resource).some((flow) => coversPort(flow, 80)),
};
