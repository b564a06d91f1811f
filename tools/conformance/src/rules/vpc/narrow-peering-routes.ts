import { isDefaultRoute, ROUTE_SUBJECTS, routesOf } from "../../routes";
import type { Rule } from "../../rule";

export const narrowPeeringRoutes: Rule = {
  id: "vpc/narrow-peering-routes",
  controls: { "CIS3.0:5.5": "MEDIUM" },
  requirement: "Routes over a peering connection are narrower than everything.",
  subjects: ROUTE_SUBJECTS,
  judge: (resource) => {
    const peered = routesOf(resource).filter((route) => route.has("vpcPeeringConnectionId"));
    return peered.length === 0 ? undefined : !peered.some(isDefaultRoute);
  },
};
