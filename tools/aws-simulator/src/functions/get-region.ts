import { defineFunction } from "../invoke-function";
import { regionRow } from "../regions";

export const getRegion = defineFunction({
  token: "aws:index/getRegion:getRegion",
  invoke({ args, region: own, partition }) {
    const region = typeof args["name"] === "string" ? args["name"] : own;
    return {
      id: region,
      name: region,
      region,
      description: regionRow(region)?.description ?? region,
      endpoint: `ec2.${region}.${partition.dnsSuffix}`,
    };
  },
});
