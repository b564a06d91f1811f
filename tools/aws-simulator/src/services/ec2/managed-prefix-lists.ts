import { createHash } from "node:crypto";

/** A prefix list that AWS keeps. */
export interface AwsPrefixList {
  readonly name: string;
  readonly id: string;
  readonly family: "IPv4" | "IPv6";
  /** What the list counts in a security group's quota of rules. */
  readonly maxEntries: number;
  readonly cidrBlocks: readonly string[];
}

interface Row {
  /** `*` stands for the region. */
  readonly name: string;
  readonly family?: "IPv6";
  readonly maxEntries: number;
  readonly cidrBlocks: readonly string[];
}

/**
 * A few blocks of each list; what matters is how many they count.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
const rows: readonly Row[] = [
  { name: "com.amazonaws.global.cloudfront.origin-facing", maxEntries: 55, cidrBlocks: ["13.124.199.0/24", "130.176.0.0/18", "15.158.0.0/16"] },
  { name: "com.amazonaws.global.ipv6.cloudfront.origin-facing", family: "IPv6", maxEntries: 55, cidrBlocks: ["2600:9000:5300::/45"] },
  { name: "com.amazonaws.*.s3", maxEntries: 1, cidrBlocks: ["52.216.0.0/15"] },
  { name: "com.amazonaws.*.dynamodb", maxEntries: 1, cidrBlocks: ["52.94.0.0/22"] },
  { name: "com.amazonaws.*.route53-healthchecks", maxEntries: 25, cidrBlocks: ["15.177.0.0/18"] },
  { name: "com.amazonaws.*.ec2-instance-connect", maxEntries: 2, cidrBlocks: ["18.206.107.24/29"] },
  { name: "com.amazonaws.*.vpc-lattice", maxEntries: 10, cidrBlocks: ["169.254.171.0/24"] },
];

/** The lists of AWS in a region. Their ids are the simulator's own. */
export function awsPrefixLists(region: string): AwsPrefixList[] {
  return rows.map((row) => {
    const name = row.name.replace("*", region);
    const id = `pl-${createHash("sha256").update(`${region} ${name}`).digest("hex").slice(0, 8)}`;
    return { name, id, family: row.family ?? "IPv4", maxEntries: row.maxEntries, cidrBlocks: row.cidrBlocks };
  });
}
