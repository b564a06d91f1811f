import { defineFunction } from "../invoke-function";
import { matchingPrefixLists } from "./prefix-list-filters";

export const getPrefixList = defineFunction({
  token: "aws:ec2/getPrefixList:getPrefixList",
  invoke({ args, region }) {
    const [list] = matchingPrefixLists(region, args["prefixListId"], args);
    if (list === undefined) return [{ reason: "no matching EC2 Prefix List found" }];
    return { ...args, id: list.id, name: list.name, region, cidrBlocks: [...list.cidrBlocks] };
  },
});
