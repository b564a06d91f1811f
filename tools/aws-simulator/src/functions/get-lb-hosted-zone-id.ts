import { defineFunction } from "../invoke-function";
import { regionRow } from "../regions";

export const getLbHostedZoneId = defineFunction({
  token: "aws:lb/getHostedZoneId:getHostedZoneId",
  invoke({ args, region }) {
    const row = regionRow(region);
    const id = args["loadBalancerType"] === "network" ? row?.nlb : row?.alb;
    if (id === undefined) return [{ property: "region", reason: `unsupported AWS Region: ${region}` }];
    return { ...args, id, region };
  },
});
