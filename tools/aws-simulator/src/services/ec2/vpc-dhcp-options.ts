import { defineResource } from "../../resource-definition";

export const vpcDhcpOptions = defineResource({
  type: "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
  schema: { replaceUncertain: "domainName domainNameServers ipv6AddressPreferredLeaseTime netbiosNameServers netbiosNodeType ntpServers" },
  create(context) {
    const id = context.identifiers.ec2("dopt");
    return { id, arn: context.arn("ec2", `dhcp-options/${id}`), outputs: { ownerId: context.accountId } };
  },
});
