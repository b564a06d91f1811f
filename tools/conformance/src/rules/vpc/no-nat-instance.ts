import { isDefaultRoute, ROUTE_SUBJECTS, routesOf } from "../../routes";
import type { Rule } from "../../rule";

export const noNatInstance: Rule = {
  id: "vpc/no-nat-instance",
  controls: { "CKV2_AWS_35": "UNKNOWN" },
  requirement: "Default routes go to NAT gateways, not to instances.",
  subjects: ROUTE_SUBJECTS,
  judge: (resource) =>
    !routesOf(resource).some((route) => isDefaultRoute(route) && (route.has("networkInterfaceId") || route.has("instanceId"))),
};
