import { defineResource } from "../../resource-definition";

/** Host part of the public DNS names of a region. */
function publicDnsDomain(region: string, dnsSuffix: string): string {
  return region === "us-east-1" ? `compute-1.${dnsSuffix}` : `${region}.compute.${dnsSuffix}`;
}

export const eip = defineResource({
  type: "aws:ec2/eip:Eip",
  create(context) {
    const { identifiers } = context;
    const id = identifiers.ec2("eipalloc");
    const publicIp =
      context.text("address") ?? `3.${identifiers.integer(256)}.${identifiers.integer(256)}.${1 + identifiers.integer(254)}`;
    const host = `ec2-${publicIp.replaceAll(".", "-")}.${publicDnsDomain(context.region, context.partition.dnsSuffix)}`;
    return {
      id,
      arn: context.arn("ec2", `elastic-ip/${id}`),
      outputs: {
        allocationId: id,
        associationId: "",
        carrierIp: "",
        customerOwnedIp: "",
        domain: "vpc",
        instance: context.inputs["instance"] ?? "",
        ipamPoolId: context.inputs["ipamPoolId"] ?? "",
        networkBorderGroup: context.inputs["networkBorderGroup"] ?? context.region,
        networkInterface: context.inputs["networkInterface"] ?? "",
        privateDns: "",
        privateIp: "",
        ptrRecord: "",
        publicDns: host,
        publicIp,
        publicIpv4Pool: context.inputs["publicIpv4Pool"] ?? "amazon",
      },
    };
  },
});
