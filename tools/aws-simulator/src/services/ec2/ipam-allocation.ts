import type { ResourceContext } from "../../resource-context";
import { formatCidr, overlap, parseCidr } from "./cidr";
import type { CidrBlock } from "./cidr";

const VPC = "aws:ec2/vpc:Vpc";
const POOL_CIDR = "aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr";

/** What a pool that this world does not have, say that of another account, is taken to hold. */
const UNSEEN_POOL = "10.0.0.0/8";

function blocks(texts: readonly unknown[]): CidrBlock[] {
  return texts.map((text) => (typeof text === "string" ? parseCidr(text) : undefined)).filter((block) => block !== undefined);
}

/** The first block of the asked size in the pool of a VPC that no other VPC of the pool has. */
export function allocatedBlock(context: ResourceContext): string {
  const poolId = context.text("ipv4IpamPoolId");
  const pool = context.find("aws:ec2/vpcIpamPool:VpcIpamPool", poolId ?? "");
  const prefix = context.number("ipv4NetmaskLength") ?? Number(pool?.outputs["allocationDefaultNetmaskLength"] ?? 16);
  const ofPool = (type: string, property: string) => context.objectsOf(type).filter(({ outputs }) => outputs[property] === poolId);
  const provisioned = blocks(ofPool(POOL_CIDR, "ipamPoolId").map(({ outputs }) => outputs["cidr"]));
  const taken = blocks(ofPool(VPC, "ipv4IpamPoolId").map(({ outputs }) => outputs["cidrBlock"]));
  const size = 2 ** (32 - prefix);
  for (const { first, last } of provisioned.length > 0 ? provisioned : blocks([UNSEEN_POOL])) {
    for (let start = first; start + size - 1 <= last; start += size) {
      const candidate = { first: start, last: start + size - 1, prefix };
      if (!taken.some((other) => overlap(candidate, other))) return formatCidr(candidate);
    }
  }
  return formatCidr({ first: 10 * 2 ** 24, last: 10 * 2 ** 24 + size - 1, prefix });
}
