import { aclIngressOf } from "../../network-acl";
import type { Rule } from "../../rule";
import { coversPort, isFromAnywhere } from "../../traffic";

export const networkAclFtpData: Rule = {
  id: "vpc/network-acl-ftp-data",
  controls: { "CKV_AWS_230": "UNKNOWN" },
  requirement: "No network ACL lets anybody reach FTP data ports.",
  subjects: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/networkAclRule:NetworkAclRule", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  judge: (resource) => !aclIngressOf(resource).some((flow) => isFromAnywhere(flow) && [20].some((port) => coversPort(flow, port))),
};
