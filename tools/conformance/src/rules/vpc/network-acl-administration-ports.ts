import { aclIngressOf } from "../../network-acl";
import type { Rule } from "../../rule";
import { coversPort, isFromAnywhere } from "../../traffic";

export const networkAclAdministrationPorts: Rule = {
  id: "vpc/network-acl-administration-ports",
  controls: { "FSBP:EC2.21": "MEDIUM" },
  requirement: "No network ACL lets anybody reach SSH or RDP ports.",
  subjects: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/networkAclRule:NetworkAclRule", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  judge: (resource) => !aclIngressOf(resource).some((flow) => isFromAnywhere(flow) && [22, 3389].some((port) => coversPort(flow, port))),
};
