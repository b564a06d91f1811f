import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const blockPublicAccess: Rule = {
  id: "vpc/block-public-access",
  controls: { "FSBP:EC2.172": "MEDIUM" },
  requirement: "VPC Block Public Access stops traffic that comes in through internet gateways.",
  subjects: ["aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions"],
  because: ACCOUNT_WIDE,
  judge: (resource) => ["block-ingress", "block-bidirectional"].includes(resource.text("internetGatewayBlockMode")),
};
