import { regionFacts } from "@org/infra-naming";

const burstable = "nano micro small medium large xlarge 2xlarge";
const standard = "large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge 24xlarge";
const compute5 = "large xlarge 2xlarge 4xlarge 12xlarge 24xlarge";
const graviton = "medium large xlarge 2xlarge 4xlarge 8xlarge 12xlarge 16xlarge";

/**
 * A family, the one that can stand in for it, and the sizes in which both have the same architecture, vCPUs and memory.
 * Of several that could, it is the one that most Regions offer, and of those the one nearest in price. Compared with what
 * EC2's DescribeInstanceTypes and DescribeInstanceTypeOfferings say in October 2026.
 *
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
 */
const equalFamilies: readonly (readonly [family: string, equal: string, sizes: string])[] = [
  ["t3", "t3a", burstable],
  ["t3a", "t3", burstable],
  ["m5", "m6i", standard],
  ["m5a", "m5", standard],
  ["m6i", "m5", standard],
  ["m6a", "m6i", standard],
  ["m7i", "m6i", standard],
  ["m7a", "m7i", standard],
  ["m8i", "m7i", standard],
  ["c5", "c6i", compute5],
  ["c5a", "c5", compute5],
  ["c6i", "c7i", standard],
  ["c6a", "c6i", standard],
  ["c7i", "c6i", standard],
  ["c7a", "c7i", standard],
  ["c8i", "c7i", standard],
  ["r5", "r6i", standard],
  ["r5a", "r5", standard],
  ["r6i", "r5", standard],
  ["r6a", "r6i", standard],
  ["r7i", "r6i", standard],
  ["r7a", "r7i", standard],
  ["r8i", "r7i", standard],
  ["m6g", "m7g", graviton],
  ["m7g", "m6g", graviton],
  ["m8g", "m7g", graviton],
  ["c6g", "c7g", graviton],
  ["c7g", "c6g", graviton],
  ["c8g", "c7g", graviton],
  ["r6g", "r7g", graviton],
  ["r7g", "r6g", graviton],
  ["r8g", "r7g", graviton],
];

/** Regions that every account has from the start and that yet do not offer a family of the table. */
const missingIn: Readonly<Record<string, readonly string[]>> = { t3a: ["ap-northeast-3", "eu-north-1"] };

/**
 * An instance type that can stand in for another: of the same architecture, with as many vCPUs and as much memory.
 *
 * @param region of the instances; with it, undefined also where the equal type is not offered or nobody knows whether it
 * is: in Regions that have to be switched on, and outside the `aws` partition
 */
export function equalInstanceType(instanceType: string, region?: string): string | undefined {
  const [family, size] = instanceType.split(".");
  const row = equalFamilies.find(([own, , sizes]) => own === family && sizes.split(" ").includes(size));
  if (row === undefined) return undefined;
  const [, equal] = row;
  return region === undefined || isOfferedIn(region, equal) ? `${equal}.${size}` : undefined;
}

function isOfferedIn(region: string, family: string): boolean {
  const facts = regionFacts(region);
  const fromTheStart = facts?.partition === "aws" && facts.optIn === false;
  return fromTheStart && missingIn[family]?.includes(region) !== true;
}
