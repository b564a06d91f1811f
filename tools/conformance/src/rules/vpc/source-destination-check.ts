import type { Rule } from "../../rule";

export const sourceDestinationCheck: Rule = {
  id: "vpc/source-destination-check",
  controls: { "FSBP:EC2.180": "MEDIUM" },
  requirement: "Network interfaces check source and destination of what passes.",
  subjects: ["aws:ec2/networkInterface:NetworkInterface", "aws:ec2/instance:Instance"],
  judge: (resource) => !resource.isFalse("sourceDestCheck"),
};
