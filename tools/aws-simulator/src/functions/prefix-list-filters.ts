import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { awsPrefixLists } from "../services/ec2/managed-prefix-lists";
import type { AwsPrefixList } from "../services/ec2/managed-prefix-lists";

/** The lists of AWS that a question by id, name or filter asks for. */
export function matchingPrefixLists(region: string, id: PropertyValue | undefined, args: PropertyMap): AwsPrefixList[] {
  let lists = awsPrefixLists(region).filter((list) => (id ?? list.id) === list.id && (args["name"] ?? list.name) === list.name);
  for (const filter of Array.isArray(args["filters"]) ? args["filters"] : []) {
    if (typeof filter !== "object" || filter === null || Array.isArray(filter)) continue;
    const values = Array.isArray(filter["values"]) ? filter["values"] : [];
    if (filter["name"] === "prefix-list-name") lists = lists.filter(({ name }) => values.includes(name));
    if (filter["name"] === "prefix-list-id") lists = lists.filter((list) => values.includes(list.id));
    if (filter["name"] === "owner-id") lists = lists.filter(() => values.includes("AWS"));
  }
  return lists;
}
