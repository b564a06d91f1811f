import { isDefaultRoute, isInternetGateway, ROUTE_SUBJECTS, routesOf } from "../../routes";
import type { Rule } from "../../rule";

export const noOpenInternetRoute: Rule = {
  id: "vpc/no-open-internet-route",
  controls: { "cdk-nag:VPCNoUnrestrictedRouteToIGW": "ERROR" },
  requirement: "No route table sends everything to an internet gateway.",
  subjects: ROUTE_SUBJECTS,
  judge: (resource) => !routesOf(resource).some((route) => isDefaultRoute(route) && isInternetGateway(route.text("gatewayId"))),
};
