import { defineFunction } from "../invoke-function";
import { matchingZones } from "./zone-filters";

export const getAvailabilityZone = defineFunction({
  token: "aws:index/getAvailabilityZone:getAvailabilityZone",
  invoke({ args, region }) {
    const zones = matchingZones(region, args);
    if (typeof zones === "string") return [{ property: "filters", reason: `InvalidParameterValue: The filter '${zones}' is invalid` }];
    const found = zones.filter(({ name, id }) => (args["name"] ?? name) === name && (args["zoneId"] ?? id) === id);
    const [zone] = found;
    if (zone === undefined) return [{ reason: "no matching EC2 Availability Zone found" }];
    if (found.length > 1) return [{ reason: "multiple EC2 Availability Zones matched; use additional constraints to reduce matches to a single EC2 Availability Zone" }];
    return {
      ...args,
      id: zone.name,
      name: zone.name,
      nameSuffix: zone.name.slice(region.length),
      zoneId: zone.id,
      region,
      groupName: `${region}-zg-1`,
      groupLongName: `${region} 1`,
      networkBorderGroup: region,
      optInStatus: "opt-in-not-required",
      parentZoneId: "",
      parentZoneName: "",
      state: "available",
      zoneType: "availability-zone",
    };
  },
});
