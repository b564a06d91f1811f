import { aclEntriesOf } from "../../network-acl";
import type { Rule } from "../../rule";
import { isAnyProtocol } from "../../traffic";

export const networkAclAllPorts: Rule = {
  id: "vpc/network-acl-all-ports",
  controls: { "AWS-0102": "CRITICAL" },
  requirement: "No network ACL rule allows every protocol.",
  subjects: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/networkAclRule:NetworkAclRule"],
  judge: (resource) => !aclEntriesOf(resource).some(isAnyProtocol),
};
