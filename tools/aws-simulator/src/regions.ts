import { regionTable } from "./region-table";
import type { RegionRow } from "./region-table";

/** A group of regions with one IAM. */
export interface Partition {
  readonly id: string;
  readonly pattern: RegExp;
  readonly dnsSuffix: string;
  /** Region that global services answer from. */
  readonly globalRegion: string;
}

/** Source: the AWS SDK's partition file. */
const partitions: readonly Partition[] = [
  { id: "aws", pattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/, dnsSuffix: "amazonaws.com", globalRegion: "us-east-1" },
  { id: "aws-cn", pattern: /^cn-\w+-\d+$/, dnsSuffix: "amazonaws.com.cn", globalRegion: "cn-northwest-1" },
  { id: "aws-eusc", pattern: /^eusc-(de)-\w+-\d+$/, dnsSuffix: "amazonaws.eu", globalRegion: "eusc-de-east-1" },
  { id: "aws-iso", pattern: /^us-iso-\w+-\d+$/, dnsSuffix: "c2s.ic.gov", globalRegion: "us-iso-east-1" },
  { id: "aws-iso-b", pattern: /^us-isob-\w+-\d+$/, dnsSuffix: "sc2s.sgov.gov", globalRegion: "us-isob-east-1" },
  { id: "aws-iso-e", pattern: /^eu-isoe-\w+-\d+$/, dnsSuffix: "cloud.adc-e.uk", globalRegion: "eu-isoe-west-1" },
  { id: "aws-iso-f", pattern: /^us-isof-\w+-\d+$/, dnsSuffix: "csp.hci.ic.gov", globalRegion: "us-isof-south-1" },
  { id: "aws-us-gov", pattern: /^us-gov-\w+-\d+$/, dnsSuffix: "amazonaws.com", globalRegion: "us-gov-west-1" },
];

const commercial = partitions[0] as Partition;
const partitionByRegion = new Map<string, Partition>();

/** The partition that a region's name belongs to; the commercial one when it matches none. */
export function partitionOf(region: string): Partition {
  let found = partitionByRegion.get(region);
  if (found === undefined) {
    found = partitions.find((partition) => partition.pattern.test(region)) ?? commercial;
    partitionByRegion.set(region, found);
  }
  return found;
}

/** Whether the text can be the name of a region, one that the table does not have included. */
export function isRegionName(text: string): boolean {
  return partitions.some((partition) => partition.pattern.test(text));
}

/** What the table has of a region. */
export function regionRow(region: string): RegionRow | undefined {
  return Object.hasOwn(regionTable, region) ? regionTable[region] : undefined;
}

/** One availability zone, as DescribeAvailabilityZones lists it. */
export interface AvailabilityZone {
  /** For example `us-east-1a`. */
  readonly name: string;
  /** For example `use1-az1`: the same place in every account. */
  readonly id: string;
}

/** The availability zones that the simulated account sees in a region; three when the table does not have the region. */
export function availabilityZones(region: string): AvailabilityZone[] {
  const letters = regionRow(region)?.zones ?? "abc";
  return [...letters].map((letter) => ({ name: `${region}${letter}`, id: zoneId(region, letter) }));
}

// Zones that other accounts see: their names are mapped account by account.
const zonesOfSomeAccounts: Readonly<Record<string, string>> = { "us-west-1": "abc" };

/** Whether a name can be that of an availability zone, local zone or wavelength zone of the region. */
export function isZoneOf(region: string, zone: string): boolean {
  if (zone.startsWith(`${region}-`)) return true;
  const letters = zonesOfSomeAccounts[region] ?? regionRow(region)?.zones;
  if (!zone.startsWith(region) || zone.length !== region.length + 1) return false;
  return letters === undefined || letters.includes(zone.charAt(region.length));
}

/** Local and wavelength zones: `us-east-1-bos-1a`. */
export function isLocalZone(region: string, zone: string): boolean {
  return zone.startsWith(`${region}-`);
}

const directionLetters: Readonly<Record<string, string>> = {
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
};

/** `us-east-1` -> `use1`, `us-gov-west-1` -> `usgw1`, `ap-southeast-2` -> `apse2`. */
function zonePrefix(region: string): string {
  const parts = region.split("-");
  return parts
    .map((part, index) => (index === 0 || index === parts.length - 1 ? part : (directionLetters[part] ?? part.charAt(0))))
    .join("");
}

function zoneId(region: string, letter: string): string {
  return `${zonePrefix(region)}-az${letter.charCodeAt(0) - "a".charCodeAt(0) + 1}`;
}

/** The id of a zone by its name, and the name by its id; undefined when the account does not see it. */
export function zoneByName(region: string, name: string): AvailabilityZone | undefined {
  return availabilityZones(region).find((zone) => zone.name === name);
}

export function zoneById(region: string, id: string): AvailabilityZone | undefined {
  return availabilityZones(region).find((zone) => zone.id === id);
}
