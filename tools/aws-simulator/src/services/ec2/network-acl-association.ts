import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const networkAclAssociation = defineResource({
  type: "aws:ec2/networkAclAssociation:NetworkAclAssociation",
  schema: { replaceUncertain: "networkAclId subnetId" },
  references: [ec2Reference("networkAcl", "networkAclId", { holds: true }), ec2Reference("subnet", "subnetId", { within: true })],
  create: (context) => ({ id: context.identifiers.ec2("aclassoc") }),
});
