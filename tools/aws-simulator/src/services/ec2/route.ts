import { crc32 } from "node:zlib";
import type { PropertyMap } from "@org/offline-engine";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import { isIpv6Cidr, parseCidr } from "./cidr";
import { ec2Reference } from "./ec2-references";
import { attachedGateways, vpcOf } from "./vpc-attachments";

const SOURCE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html";
const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
const destinations = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"];
const targets = [
  "carrierGatewayId",
  "coreNetworkArn",
  "egressOnlyGatewayId",
  "gatewayId",
  "localGatewayId",
  "natGatewayId",
  "networkInterfaceId",
  "odbNetworkArn",
  "transitGatewayId",
  "vpcEndpointId",
  "vpcPeeringConnectionId",
];

function given(inputs: PropertyMap, properties: readonly string[]): string[] {
  return properties.filter((property) => inputs[property] !== undefined && inputs[property] !== "");
}

function destinationOf(inputs: PropertyMap): string {
  const [property] = given(inputs, destinations);
  return property === undefined ? "" : String(inputs[property]);
}

const oneDestination: Rule = {
  id: "ec2/route-one-destination",
  source: SOURCE,
  cause: "A route has one destination.",
  remedy: `Pass exactly one of ${destinations.join(", ")}.`,
  reads: destinations,
  refuse({ inputs }) {
    const found = given(inputs, destinations);
    return found.length === 1
      ? undefined
      : { code: "InvalidCombinationOfArguments", message: `one of \`${destinations.join(",")}\` must be specified, got ${found.length}` };
  },
};

const oneTarget: Rule = {
  id: "ec2/route-one-target",
  source: SOURCE,
  cause: "A route has one target.",
  remedy: "Pass exactly one target, for example gatewayId or natGatewayId.",
  reads: targets,
  refuse({ inputs }) {
    const found = given(inputs, targets);
    return found.length === 1
      ? undefined
      : { code: "InvalidCombinationOfArguments", message: `one of \`${targets.join(",")}\` must be specified, got ${found.length}` };
  },
};

const legalDestination: Rule = {
  id: "ec2/route-destination-legal",
  source: SOURCE,
  cause: "The destination of a route is an address block.",
  remedy: "Use a block such as 0.0.0.0/0, or ::/0 as destinationIpv6CidrBlock.",
  reads: ["destinationCidrBlock", "destinationIpv6CidrBlock"],
  refuse(context) {
    const v4 = context.text("destinationCidrBlock");
    const v6 = context.text("destinationIpv6CidrBlock");
    const refusal = (value: string, parameter: string): Refusal => ({
      code: "InvalidParameterValue",
      message: `Value (${value}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`,
    });
    if (v4 !== undefined && v4 !== "" && parseCidr(v4) === undefined) return refusal(v4, "destinationCidrBlock");
    if (v6 !== undefined && v6 !== "" && !isIpv6Cidr(v6)) return refusal(v6, "destinationIpv6CidrBlock");
    return undefined;
  },
};

const free: Rule = {
  id: "ec2/route-free",
  source: SOURCE,
  cause: "A route table has one route to a destination.",
  remedy: "Remove one of the two routes, or the inline `routes` of the table.",
  on: "create",
  reads: ["routeTableId", ...destinations],
  refuse(context) {
    const table = context.find(ROUTE_TABLE, context.text("routeTableId") ?? "");
    if (table === undefined) return undefined;
    const destination = destinationOf(context.inputs);
    const inline = Array.isArray(table.outputs["routes"]) ? table.outputs["routes"] : [];
    const taken =
      inline.some((route) => typeof route === "object" && route !== null && !Array.isArray(route) && (route["cidrBlock"] === destination || route["ipv6CidrBlock"] === destination)) ||
      context
        .referrers("aws:ec2/route:Route", table)
        .some(({ urn, outputs }) => destinationOf(outputs) === destination && !(context.preview && urn === context.urn));
    return taken ? { code: "RouteAlreadyExists", message: `The route identified by ${destination} already exists.` } : undefined;
  },
};

/** EC2 looks a gatewayId up among the gateways alone: a NAT gateway's id names none. */
const gatewayExists: Rule = {
  id: "ec2/route-gateway-exists",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/709",
  cause: "gatewayId takes an internet gateway or a virtual private gateway.",
  remedy: "Pass an internet gateway as gatewayId, a NAT gateway as natGatewayId, an endpoint as vpcEndpointId.",
  reads: ["gatewayId"],
  refuse(context) {
    const id = context.text("gatewayId");
    if (id === undefined || !/^(?:igw|nat|eigw|eni|tgw|pcx)-/.test(id)) return undefined;
    if (context.find("aws:ec2/internetGateway:InternetGateway", id) !== undefined) return undefined;
    return { code: "InvalidGatewayID.NotFound", message: `The gateway ID '${id}' does not exist` };
  },
};

const sameNetwork: Rule = {
  id: "ec2/route-same-network",
  source: "https://github.com/giantswarm/aws-operator/pull/634",
  cause: "A route leads to a gateway of its own VPC, and an internet gateway is attached before it is routed to.",
  remedy: "Use the gateway of the route table's VPC; where an attachment is a resource of its own, let the route depend on it.",
  reads: ["routeTableId", "gatewayId", "natGatewayId"],
  refuse(context) {
    const tableId = context.text("routeTableId") ?? "";
    const vpcId = vpcOf(context, ROUTE_TABLE, tableId);
    if (vpcId === undefined) return undefined;
    return foreignGateway(context, tableId, vpcId);
  },
};

function foreignGateway(context: ResourceContext, tableId: string, vpcId: string): Refusal | undefined {
  const gatewayId = context.text("gatewayId");
  const natId = context.text("natGatewayId");
  const gateway = gatewayId === undefined ? undefined : context.find("aws:ec2/internetGateway:InternetGateway", gatewayId);
  if (gateway !== undefined && !attachedGateways(context, vpcId).includes(gateway)) {
    // A preview cannot know what will be attached before.
    const attachedElsewhere = typeof gateway.outputs["vpcId"] === "string" && gateway.outputs["vpcId"] !== "";
    if (context.preview && !attachedElsewhere) return undefined;
    return different(tableId, "network gateway", gateway.id);
  }
  const nat = natId === undefined ? undefined : context.find("aws:ec2/natGateway:NatGateway", natId);
  return nat !== undefined && nat.outputs["vpcId"] !== vpcId ? different(tableId, "nat gateway", nat.id) : undefined;
}

function different(tableId: string, kind: string, id: string): Refusal {
  return { code: "InvalidParameterValue", message: `route table ${tableId} and ${kind} ${id} belong to different networks` };
}

export const route = defineResource({
  type: "aws:ec2/route:Route",
  references: [
    ec2Reference("routeTable", "routeTableId", { within: true }),
    ec2Reference("natGateway", "natGatewayId"),
    ec2Reference("egressOnlyInternetGateway", "egressOnlyGatewayId"),
    ec2Reference("vpcEndpoint", "vpcEndpointId"),
  ],
  rules: [oneDestination, oneTarget, legalDestination, gatewayExists, free, sameNetwork],
  create: (context) => ({
    // The provider's own id: the table and the CRC-32 of the destination.
    id: `r-${context.text("routeTableId")}${crc32(destinationOf(context.inputs))}`,
    outputs: {
      instanceId: "",
      instanceOwnerId: "",
      networkInterfaceId: context.inputs["networkInterfaceId"] ?? "",
      origin: "CreateRoute",
      state: "active",
    },
  }),
});
