import type { Rule } from "../../rule";

export const networkAclInUse: Rule = {
  id: "vpc/network-acl-in-use",
  controls: { "FSBP:EC2.16": "LOW" },
  requirement: "Network ACLs are in use by a subnet.",
  subjects: ["aws:ec2/networkAcl:NetworkAcl"],
  judge: (resource, stack) =>
    resource.has("subnetIds") ||
    stack.referring("aws:ec2/networkAclAssociation:NetworkAclAssociation", "networkAclId", resource).length > 0,
};
