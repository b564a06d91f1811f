import { defineFunction } from "../invoke-function";
import { matchingZones } from "./zone-filters";

export const getAvailabilityZones = defineFunction({
  token: "aws:index/getAvailabilityZones:getAvailabilityZones",
  invoke({ args, region }) {
    const zones = matchingZones(region, args);
    if (typeof zones === "string") return [{ property: "filters", reason: `InvalidParameterValue: The filter '${zones}' is invalid` }];
    return {
      ...args,
      id: region,
      region,
      names: zones.map(({ name }) => name),
      zoneIds: zones.map(({ id }) => id),
      groupNames: zones.length === 0 ? [] : [`${region}-zg-1`],
    };
  },
});
