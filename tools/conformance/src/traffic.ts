import type { Properties } from "./properties";
import type { Resource } from "./resource";

export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const CLASSIC_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

/** Every type that can open a security group for traffic that comes in. */
export const INGRESS_SUBJECTS = [SECURITY_GROUP, CLASSIC_RULE, INGRESS_RULE];
/** Every type that can open a security group for traffic that goes out. */
export const EGRESS_SUBJECTS = [SECURITY_GROUP, CLASSIC_RULE, EGRESS_RULE];

/** Traffic that a rule lets through. */
export interface Flow {
  readonly cidrs: readonly string[];
  /** "-1" is any. */
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly description: string;
}

/** What a resource of {@link INGRESS_SUBJECTS} lets in. */
export function ingressOf(resource: Resource): Flow[] {
  return flowsOf(resource, "ingress", INGRESS_RULE);
}

/** What a resource of {@link EGRESS_SUBJECTS} lets out. */
export function egressOf(resource: Resource): Flow[] {
  return flowsOf(resource, "egress", EGRESS_RULE);
}

function flowsOf(resource: Resource, direction: "ingress" | "egress", standaloneType: string): Flow[] {
  if (resource.type === standaloneType) return [flow(resource, "ipProtocol", ["cidrIpv4", "cidrIpv6"])];
  const inline = ["cidrBlocks", "ipv6CidrBlocks"];
  if (resource.type === CLASSIC_RULE) return resource.text("type") === direction ? [flow(resource, "protocol", inline)] : [];
  // AWS reports the rules that stand beside a group among its own, from the next refresh on: those speak for themselves.
  return resource.given.parts(direction).map((part) => flow(part, "protocol", inline));
}

function flow(part: Properties, protocol: string, cidrs: readonly string[]): Flow {
  return {
    cidrs: cidrs.flatMap((path) => part.texts(path)),
    protocol: part.text(protocol),
    fromPort: part.has("fromPort") ? part.number("fromPort") : 0,
    toPort: part.has("toPort") ? part.number("toPort") : 65535,
    description: part.text("description"),
  };
}

export function isAnyProtocol({ protocol }: Flow): boolean {
  return protocol === "-1" || protocol === "all";
}

export function isFromAnywhere({ cidrs }: Flow): boolean {
  return cidrs.some((cidr) => cidr.endsWith("/0"));
}

export function coversPort(flow: Flow, port: number): boolean {
  return isAnyProtocol(flow) || (flow.fromPort <= port && port <= flow.toPort);
}

/** Whether the resource lets anybody reach one of the ports. */
export function opensToAnyone(resource: Resource, ports: readonly number[]): boolean {
  return ingressOf(resource).some((flow) => isFromAnywhere(flow) && ports.some((port) => coversPort(flow, port)));
}

/** Exactly TCP 80 or exactly TCP 443. */
export function isWebPort({ protocol, fromPort, toPort }: Flow): boolean {
  return (protocol === "tcp" || protocol === "6") && fromPort === toPort && (fromPort === 80 || fromPort === 443);
}
