import { crc32 } from "node:zlib";
import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const networkAclRule = defineResource({
  type: "aws:ec2/networkAclRule:NetworkAclRule",
  schema: { replaceUncertain: "cidrBlock egress fromPort icmpCode icmpType ipv6CidrBlock networkAclId protocol ruleAction ruleNumber toPort" },
  defaults: { egress: false },
  references: [ec2Reference("networkAcl", "networkAclId", { within: true })],
  create: ({ inputs }) => ({
    id: `nacl-${crc32(`${String(inputs["networkAclId"])}-${String(inputs["ruleNumber"])}-${String(inputs["egress"])}-${String(inputs["protocol"])}-`)}`,
  }),
});
