import { type ArgumentProblem, assertNoProblems, isRegionName, regionFacts } from "@org/infra-naming";

/** Two, because a load balancer takes no fewer and one zone at a time is what AWS expects to fail. */
const FEWEST_ZONES = 2;

/** How the parts of a region's name are written in the ids of its zones: `us-gov-west-1` has `usgw1-az1`. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  gov: "g",
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

/** What the ids of a region's zones start with, as a pattern: any letters where it cannot be derived. */
function idStart(region: string): string {
  const parts = region.split("-");
  const [area] = parts;
  const number = parts[parts.length - 1];
  const words = parts.slice(1, -1);
  const derivable = words.every((word) => Object.hasOwn(ABBREVIATIONS, word));
  return derivable ? `${area}${words.map((word) => ABBREVIATIONS[word]).join("")}${number}` : `[a-z]+${number}`;
}

/** `use1-az2`: the same place in every account, where `us-east-1b` is another one in each. */
export function isZoneId(zone: string): boolean {
  return /^[a-z]+\d-az\d+$/.test(zone);
}

function isZoneOf(region: string, zone: string): boolean {
  return new RegExp(`^(${region}[a-z]|${idStart(region)}-az\\d+)$`).test(zone);
}

/** `us-east-1-bos-1a`, `use1-bos1-az1`, `us-east-1-wl1-bos-wlz-1`: places with their own networks, outside the region's zones. */
function isLocalZone(zone: string, region: string): boolean {
  return zone.startsWith(`${region}-`) || new RegExp(`^${idStart(region)}-.+-(az|wlz)\\d+$`).test(zone);
}

/** What is wrong with `zone` as one of `region`; undefined when nothing is. */
export function zoneProblem(zone: string, region: string, argument: string): ArgumentProblem | undefined {
  if (isZoneOf(region, zone)) {
    return undefined;
  }
  if (isLocalZone(zone, region)) {
    return {
      argument,
      rule: "must be an availability zone, not a Local Zone or Wavelength Zone",
      value: zone,
      remedy: `use for example ${region}a`,
    };
  }
  return {
    argument,
    rule: `must be the name or the id of an availability zone of ${region}`,
    value: zone,
    remedy: `use for example ${region}a, or change the region`,
  };
}

/** A name and an id may be the same place, which nobody but the account knows. */
function mixtureProblem(zones: readonly string[]): ArgumentProblem[] {
  const ids = zones.filter(isZoneId);
  if (ids.length === 0 || ids.length === zones.length) {
    return [];
  }
  return [
    {
      argument: "availabilityZones",
      rule: "must be all names or all ids, because a name and an id may be the same zone",
      value: zones,
      remedy: `use names for ${ids.join(" and ")}, or ids for the others`,
    },
  ];
}

function examplesFor(zones: readonly string[], region: string): string {
  const published = regionFacts(region)?.availabilityZones ?? [];
  const candidates = published.length > 0 ? published : [`${region}a`, `${region}b`];
  const missing = Math.max(FEWEST_ZONES - new Set(zones).size, 1);
  return zones.some(isZoneId)
    ? "the id of another zone"
    : candidates.filter((zone) => !zones.includes(zone)).slice(0, missing).join(" and ");
}

/** Everything that is wrong with `zones` as those of a network in `region`; empty when nothing is. */
export function availabilityZoneProblems(zones: readonly string[], region: string): ArgumentProblem[] {
  if (!isRegionName(region)) {
    return [{ argument: "region", rule: "must be the name of an AWS region", value: region, remedy: "use for example us-east-1" }];
  }
  const problems: ArgumentProblem[] = [];
  zones.forEach((zone, index) => {
    const argument = `availabilityZones[${index}]`;
    const problem = zoneProblem(zone, region, argument);
    if (problem !== undefined) {
      problems.push(problem);
    }
    if (zones.indexOf(zone) < index) {
      problems.push({
        argument,
        rule: "must be named once",
        value: zone,
        remedy: `remove it, it is availabilityZones[${zones.indexOf(zone)}] already`,
      });
    }
  });
  if (new Set(zones).size < FEWEST_ZONES) {
    problems.unshift({
      argument: "availabilityZones",
      rule: `must name at least ${FEWEST_ZONES} availability zones, so that the loss of one leaves another`,
      value: zones,
      remedy: `add ${examplesFor(zones, region)}`,
    });
  }
  return [...mixtureProblem(zones), ...problems];
}

/**
 * The zones, when a network can span them: at least two different availability zones of `region`, all by their names
 * (`us-east-1a`) or all by their ids (`use1-az1`), not Local Zones. Which zones an account sees differs, so only the
 * form is held against the region, never a list.
 *
 * @throws ArgumentError that lists everything that is wrong
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html
 */
export function validateAvailabilityZones(zones: readonly string[], region: string): string[] {
  assertNoProblems("validateAvailabilityZones", availabilityZoneProblems(zones, region));
  return [...zones];
}
