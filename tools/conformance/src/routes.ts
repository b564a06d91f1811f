import type { DeployedStack } from "./deployed-stack";
import type { Properties } from "./properties";
import type { Resource } from "./resource";

const DESTINATIONS = ["destinationCidrBlock", "destinationIpv6CidrBlock", "cidrBlock", "ipv6CidrBlock"];

const ROUTE = "aws:ec2/route:Route";
/** Every type that holds routes. */
export const ROUTE_SUBJECTS = [ROUTE, "aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"];

/** A route by itself, or the routes inside a route table. */
export function routesOf(resource: Resource): Properties[] {
  return resource.type === ROUTE ? [resource] : resource.parts("routes");
}

/** Whether the route takes everything that no other route takes. */
export function isDefaultRoute(route: Properties): boolean {
  return DESTINATIONS.some((path) => route.text(path).endsWith("/0"));
}

/** Egress-only internet gateways start otherwise: nothing comes in through them. */
export function isInternetGateway(gatewayId: string): boolean {
  return gatewayId.startsWith("igw-");
}

/** Whether the route table of an association leads to the internet gateway. */
export function hasInternetRoute(association: Resource, stack: DeployedStack): boolean {
  return leadsToInternet(association.text("routeTableId"), stack);
}

/** Whether a route table leads to the internet gateway. */
export function leadsToInternet(tableId: string, stack: DeployedStack): boolean {
  const beside = stack.of(ROUTE).filter((route) => route.text("routeTableId") === tableId);
  const inside = stack.of("aws:ec2/routeTable:RouteTable").filter((table) => table.id === tableId);
  return [...beside, ...inside.flatMap(routesOf)].some((route) => isDefaultRoute(route) && isInternetGateway(route.text("gatewayId")));
}
