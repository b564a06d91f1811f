import { ArgumentError } from "@org/infra-naming";
import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones";
import type { InvokeOptions } from "@pulumi/pulumi";

/** Which zones are looked for. */
export interface AvailabilityZoneSearch {
  readonly region: string;
  /** How many: the first in the order of their names or ids. @default 3 */
  readonly count?: number;
  /** `id` gives zones that are the same place in every account: `use1-az1`. @default "name" */
  readonly by?: "name" | "id";
  /** Zones to pass over by id, for example `use1-az3`, which lacks many instance types. @default none */
  readonly excludeZoneIds?: readonly string[];
}

/**
 * Zones of the account in a region, for a main program that does not pin them: available ones, and neither Local Zones
 * nor Wavelength Zones, which AWS lists as well. What is given can change when AWS adds a zone: pin it for production.
 *
 * @throws ArgumentError when the account sees too few
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeAvailabilityZones.html
 */
export async function findAvailabilityZones(search: AvailabilityZoneSearch, opts?: InvokeOptions): Promise<string[]> {
  const { region, count = 3, by = "name", excludeZoneIds = [] } = search;
  const found = await getAvailabilityZones(
    {
      region,
      state: "available",
      filters: [{ name: "zone-type", values: ["availability-zone"] }],
      excludeZoneIds: [...excludeZoneIds],
    },
    opts,
  );
  const zones = (by === "id" ? found.zoneIds : found.names).toSorted();
  if (zones.length < count) {
    throw new ArgumentError("findAvailabilityZones", [
      {
        argument: "count",
        rule: `must be at most ${zones.length}, the zones that the account sees in ${region} (${zones.join(", ") || "none"})`,
        value: count,
        remedy: "ask for fewer, or use another region",
      },
    ]);
  }
  return zones.slice(0, count);
}
