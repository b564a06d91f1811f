import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";

const SOURCE = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";

/** The first 64 bits of a block's address as a number, and its prefix length; undefined for what is not written so. */
function parseBlock(text: string): { readonly network: bigint; readonly prefix: number } | undefined {
  const match = /^([0-9a-fA-F:]+)::\/(\d{1,2})$/.exec(text);
  const [, address = "", prefix] = match ?? [];
  const groups = address.split(":");
  if (match === null || groups.length > 4 || groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const network = [...groups, "0", "0", "0"].slice(0, 4).reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
  return { network, prefix: Number(prefix) };
}

/** Whether two blocks of up to 64 bits share their first `prefix` bits. */
function agree(one: bigint, other: bigint, prefix: number): boolean {
  const shift = BigInt(64 - prefix);
  return one >> shift === other >> shift;
}

function vpcBlock(context: ResourceContext): string | undefined {
  const block = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "")?.outputs["ipv6CidrBlock"];
  return typeof block === "string" && block !== "" ? block : undefined;
}

export const inIpv6BlockOfVpc: Rule = {
  id: "ec2/subnet-ipv6-in-vpc",
  source: SOURCE,
  cause: "The IPv6 block of a subnet lies inside one of its VPC.",
  remedy: "Use a /64 inside the VPC's ipv6CidrBlock.",
  // The VPC may get its block, or a further one, in the same run.
  deploymentOnly: true,
  reads: ["ipv6CidrBlock", "vpcId"],
  refuse(context) {
    const text = context.text("ipv6CidrBlock");
    const [own, vpc] = [text, vpcBlock(context)].map((block) => (block === undefined ? undefined : parseBlock(block)));
    if (own === undefined || vpc === undefined) return undefined;
    const vpcObject = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "");
    const further = vpcObject === undefined ? [] : context.referrers("aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation", vpcObject);
    if (further.length > 0 || (own.prefix >= vpc.prefix && own.prefix <= 64 && agree(own.network, vpc.network, vpc.prefix))) return undefined;
    return { code: "InvalidSubnet.Range", message: `The CIDR '${text}' is invalid.` };
  },
};

export const ipv6Free: Rule = {
  id: "ec2/subnet-ipv6-free",
  source: SOURCE,
  cause: "Subnets of one VPC have no address in common.",
  remedy: "Use a /64 that no other subnet of the VPC has.",
  deploymentOnly: true,
  reads: ["ipv6CidrBlock", "vpcId"],
  refuse(context) {
    const text = context.text("ipv6CidrBlock");
    const own = text === undefined ? undefined : parseBlock(text);
    const vpc = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "");
    if (own === undefined || vpc === undefined) return undefined;
    for (const { id, outputs } of context.referrers("aws:ec2/subnet:Subnet", vpc)) {
      const other = parseBlock(String(outputs["ipv6CidrBlock"] ?? ""));
      if (id === context.object?.id || other === undefined) continue;
      if (agree(own.network, other.network, Math.min(own.prefix, other.prefix, 64))) {
        return { code: "InvalidSubnet.Conflict", message: `The CIDR '${text}' conflicts with another subnet` };
      }
    }
    return undefined;
  },
};
