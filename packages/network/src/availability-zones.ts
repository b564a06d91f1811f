import { type ArgumentProblem, assertNoProblems, isRegionName, regionFacts } from "@org/infra-naming";

/** Two, because a load balancer takes no fewer and one zone at a time is what AWS expects to fail. */
const FEWEST_ZONES = 2;

/** `us-east-1-bos-1a` and `us-east-1-wl1-bos-wlz-1`: places with their own networks, outside the region's zones. */
function isLocalZone(name: string, region: string): boolean {
  return name.startsWith(`${region}-`);
}

function zoneProblem(name: string, region: string, argument: string): ArgumentProblem | undefined {
  if (name.startsWith(region) && /^[a-z]$/.test(name.slice(region.length))) {
    return undefined;
  }
  if (isLocalZone(name, region)) {
    return {
      argument,
      rule: "must be an availability zone, not a Local Zone or Wavelength Zone",
      value: name,
      remedy: `use for example ${region}a`,
    };
  }
  return {
    argument,
    rule: `must be the name of an availability zone of ${region}`,
    value: name,
    remedy: /^[a-z]+\d-az\d+$/.test(name)
      ? `this is a zone's id: use its name in your account, for example ${region}a`
      : `use for example ${region}a, or change the region`,
  };
}

function examplesFor(names: readonly string[], region: string): string {
  const published = regionFacts(region)?.availabilityZones ?? [];
  const candidates = published.length > 0 ? published : [`${region}a`, `${region}b`];
  const missing = Math.max(FEWEST_ZONES - new Set(names).size, 1);
  return candidates.filter((zone) => !names.includes(zone)).slice(0, missing).join(" and ");
}

/** Everything that is wrong with `names` as the zones of a network in `region`; empty when nothing is. */
export function availabilityZoneProblems(names: readonly string[], region: string): ArgumentProblem[] {
  if (!isRegionName(region)) {
    return [{ argument: "region", rule: "must be the name of an AWS region", value: region, remedy: "use for example us-east-1" }];
  }
  const problems: ArgumentProblem[] = [];
  names.forEach((name, index) => {
    const argument = `availabilityZones[${index}]`;
    const problem = zoneProblem(name, region, argument);
    if (problem !== undefined) {
      problems.push(problem);
    }
    if (names.indexOf(name) < index) {
      problems.push({
        argument,
        rule: "must be named once",
        value: name,
        remedy: `remove it, it is availabilityZones[${names.indexOf(name)}] already`,
      });
    }
  });
  if (new Set(names).size < FEWEST_ZONES) {
    problems.unshift({
      argument: "availabilityZones",
      rule: `must name at least ${FEWEST_ZONES} availability zones, so that the loss of one leaves another`,
      value: names,
      remedy: `add ${examplesFor(names, region)}`,
    });
  }
  return problems;
}

/**
 * The names, when a network can span them: at least two different availability zones of `region`, by their names
 * (`us-east-1a`), not Local Zones or zone ids. Which zones an account sees differs, so only the form is held against
 * the region, never a list.
 *
 * @throws ArgumentError that lists everything that is wrong
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html
 */
export function validateAvailabilityZones(names: readonly string[], region: string): string[] {
  assertNoProblems("validateAvailabilityZones", availabilityZoneProblems(names, region));
  return [...names];
}
