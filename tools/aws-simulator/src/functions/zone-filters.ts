import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { availabilityZones } from "../regions";
import type { AvailabilityZone } from "../regions";

function strings(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What DescribeAvailabilityZones can be filtered by, as far as the simulated zones differ or all agree in it. */
const filterValues: Readonly<Record<string, (zone: AvailabilityZone, region: string) => string>> = {
  "zone-name": (zone) => zone.name,
  "zone-id": (zone) => zone.id,
  "zone-type": () => "availability-zone",
  "opt-in-status": () => "opt-in-not-required",
  "region-name": (_zone, region) => region,
  "group-name": (_zone, region) => `${region}-zg-1`,
  state: () => "available",
};

/** The zones of a region that a data source's arguments ask for; an unknown filter's name is given back instead. */
export function matchingZones(region: string, args: PropertyMap): readonly AvailabilityZone[] | string {
  const excluded = new Set([...strings(args["excludeNames"]), ...strings(args["excludeZoneIds"])]);
  let zones = availabilityZones(region).filter(({ name, id }) => !excluded.has(name) && !excluded.has(id));
  if (typeof args["state"] === "string" && args["state"] !== "available") zones = [];
  for (const filter of Array.isArray(args["filters"]) ? args["filters"] : []) {
    if (typeof filter !== "object" || filter === null || Array.isArray(filter)) continue;
    const name = String(filter["name"]);
    const valueOf = filterValues[name];
    if (valueOf === undefined) return name;
    const values = strings(filter["values"]);
    zones = zones.filter((zone) => values.includes(valueOf(zone, region)));
  }
  return zones;
}
