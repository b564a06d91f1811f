import { defineResource } from "../../resource-definition";

export const vpcIpamPoolCidr = defineResource({
  type: "aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr",
  schema: {
    required: "ipamPoolId",
    replaceUncertain: "cidr cidrAuthorizationContext ipamPoolId netmaskLength",
    outputs: "ipamPoolCidrId",
    computed: "cidr",
  },
  // A pool may be another account's, so nobody looks here whether it is there.
  references: [{ path: "ipamPoolId", to: "aws:ec2/vpcIpamPool:VpcIpamPool" }],
  create(context) {
    const cidr = context.inputs["cidr"] ?? `10.0.0.0/${context.number("netmaskLength") ?? 8}`;
    return {
      // The provider's own id: the block and the pool.
      id: `${String(cidr)}_${context.text("ipamPoolId")}`,
      outputs: { cidr, ipamPoolCidrId: context.identifiers.ec2("ipam-pool-cidr") },
    };
  },
});
