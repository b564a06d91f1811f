import { defineFunction } from "../invoke-function";
import { matchingPrefixLists } from "./prefix-list-filters";

export const getManagedPrefixList = defineFunction({
  token: "aws:ec2/getManagedPrefixList:getManagedPrefixList",
  invoke(context) {
    const { args, region, partition } = context;
    const own = context
      .objectsOf("aws:ec2/managedPrefixList:ManagedPrefixList")
      .find(({ id, outputs }) => args["id"] === id || (args["name"] !== undefined && args["name"] === outputs["name"]));
    if (own !== undefined) return { ...args, ...own.outputs, id: own.id, region };
    const lists = matchingPrefixLists(region, args["id"], args);
    const [list] = lists;
    if (list === undefined) return [{ reason: "no matching EC2 Managed Prefix List found" }];
    if (lists.length > 1) return [{ reason: "multiple EC2 Managed Prefix Lists matched; use additional constraints to reduce matches to a single EC2 Managed Prefix List" }];
    return {
      ...args,
      id: list.id,
      name: list.name,
      region,
      arn: `arn:${partition.id}:ec2:${region}:aws:prefix-list/${list.id}`,
      addressFamily: list.family,
      entries: list.cidrBlocks.map((cidr) => ({ cidr, description: "" })),
      maxEntries: list.maxEntries,
      ownerId: "AWS",
      tags: {},
      version: 1,
    };
  },
});
