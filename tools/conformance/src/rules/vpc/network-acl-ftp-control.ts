import { aclIngressOf } from "../../network-acl";
import type { Rule } from "../../rule";
import { coversPort, isFromAnywhere } from "../../traffic";

export const networkAclFtpControl: Rule = {
  id: "vpc/network-acl-ftp-control",
  controls: { "CKV_AWS_229": "UNKNOWN" },
  requirement: "No network ACL lets anybody reach FTP control ports.",
  subjects: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/networkAclRule:NetworkAclRule", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  judge: (resource) => !aclIngressOf(resource).some((flow) => isFromAnywhere(flow) && [21].some((port) => coversPort(flow, port))),
};
