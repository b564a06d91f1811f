import { ArgumentError } from "./argument-error";

interface Partition {
  readonly name: string;
  readonly regions: RegExp;
  readonly dnsSuffix: string;
}

/** No region matches two of these, so their order does not matter. From the AWS SDKs' partitions file. */
const PARTITIONS: readonly Partition[] = [
  { name: "aws", regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/, dnsSuffix: "amazonaws.com" },
  { name: "aws-cn", regions: /^cn-\w+-\d+$/, dnsSuffix: "amazonaws.com.cn" },
  { name: "aws-us-gov", regions: /^us-gov-\w+-\d+$/, dnsSuffix: "amazonaws.com" },
  { name: "aws-eusc", regions: /^eusc-de-\w+-\d+$/, dnsSuffix: "amazonaws.eu" },
  { name: "aws-iso", regions: /^us-iso-\w+-\d+$/, dnsSuffix: "c2s.ic.gov" },
  { name: "aws-iso-b", regions: /^us-isob-\w+-\d+$/, dnsSuffix: "sc2s.sgov.gov" },
  { name: "aws-iso-e", regions: /^eu-isoe-\w+-\d+$/, dnsSuffix: "cloud.adc-e.uk" },
  { name: "aws-iso-f", regions: /^us-isof-\w+-\d+$/, dnsSuffix: "csp.hci.ic.gov" },
];

function partitionWith(region: string): Partition | undefined {
  return PARTITIONS.find((candidate) => candidate.regions.test(region));
}

/** Whether `region` has the form of a region's name, such as `us-east-1`. */
export function isRegionName(region: string): boolean {
  return partitionWith(region) !== undefined;
}

function partition(region: string): Partition {
  const found = partitionWith(region);
  if (found === undefined) {
    throw new ArgumentError("region", [
      { argument: "region", rule: "must be the name of an AWS region", value: region, remedy: "use for example us-east-1" },
    ]);
  }
  return found;
}

/**
 * The partition that ARNs of `region` start with: `aws`, `aws-cn`, `aws-us-gov`, ... Regions that AWS has yet to open
 * are recognised by the form of their name.
 *
 * @throws ArgumentError for what cannot be a region
 */
export function partitionOf(region: string): string {
  return partition(region).name;
}

/**
 * What the DNS names of services in `region` end with: `amazonaws.com`. Not for service principals, which are the same
 * in every partition: use `servicePrincipal`.
 *
 * @throws ArgumentError for what cannot be a region
 */
export function dnsSuffixOf(region: string): string {
  return partition(region).dnsSuffix;
}
