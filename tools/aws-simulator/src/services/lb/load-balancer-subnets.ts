import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { isLocalZone } from "../../regions";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { attachedGateways } from "../ec2/vpc-attachments";

const SOURCE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html";
const SUBNET = "aws:ec2/subnet:Subnet";

/** Ids of the subnets, unknown ones included; undefined while the list itself is not known. */
export function subnetIds(inputs: PropertyMap): string[] | undefined {
  const { subnets, subnetMappings } = inputs;
  if (isUnknown(subnets) || isUnknown(subnetMappings)) return undefined;
  const listed = Array.isArray(subnets) ? subnets : [];
  const mapped = Array.isArray(subnetMappings) ? subnetMappings : [];
  const ids = mapped.map((mapping) => (typeof mapping === "object" && mapping !== null && !Array.isArray(mapping) ? mapping["subnetId"] : mapping));
  // Two unknown subnets are two; one known subnet named twice is one.
  const known = new Set<string>();
  const all: string[] = [];
  for (const id of [...listed, ...ids].map(String)) {
    if (isUnknown(id) || !known.has(id)) all.push(id);
    known.add(id);
  }
  return all;
}

/** The subnets that the world has. */
export function subnetsOf(context: ResourceContext): WorldObject[] {
  return (subnetIds(context.inputs) ?? []).map((id) => context.find(SUBNET, id)).filter((subnet) => subnet !== undefined);
}

function zones(subnets: readonly WorldObject[]): string[] {
  return subnets.map(({ outputs }) => String(outputs["availabilityZone"]));
}

function isApplication(inputs: PropertyMap): boolean {
  return inputs["loadBalancerType"] === "application";
}

const given: Rule = {
  id: "lb/load-balancer-subnets-given",
  source: SOURCE,
  cause: "A load balancer needs subnets.",
  remedy: "Pass subnets or subnetMappings.",
  reads: [],
  refuse: ({ inputs }) =>
    inputs["subnets"] === undefined && inputs["subnetMappings"] === undefined
      ? { code: "ValidationError", message: "one of `subnet_mapping,subnets` must be specified" }
      : undefined,
};

const twoZones: Rule = {
  id: "lb/load-balancer-two-zones",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
  cause: "An Application Load Balancer needs subnets in two availability zones.",
  remedy: "Pass subnets of at least two availability zones.",
  // The number of subnets can be known while the subnets are not.
  reads: [],
  refuse(context) {
    const ids = subnetIds(context.inputs);
    if (!isApplication(context.inputs) || ids === undefined || ids.length === 0) return undefined;
    const subnets = subnetsOf(context);
    const inZones = zones(subnets);
    if (inZones.some((zone) => isLocalZone(context.region, zone))) return undefined;
    const all = subnets.length === ids.length;
    if (ids.length >= 2 && (!all || new Set(inZones).size >= 2)) return undefined;
    return { code: "ValidationError", message: "At least two subnets in two different Availability Zones must be specified" };
  },
};

const onePerZone: Rule = {
  id: "lb/load-balancer-one-subnet-per-zone",
  source: "https://github.com/hashicorp/terraform-aws-vault/issues/5",
  cause: "A load balancer has one subnet in each zone.",
  remedy: "Pass one subnet of each zone.",
  reads: [],
  refuse(context) {
    const inZones = zones(subnetsOf(context));
    if (new Set(inZones).size === inZones.length) return undefined;
    return {
      code: "InvalidConfigurationRequest",
      message: "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
    };
  },
};

const oneLocale: Rule = {
  id: "lb/load-balancer-one-locale",
  source: "https://github.com/aws-samples/gen-ai-cve-patching/issues/17",
  cause: "The zones of a load balancer are of one kind: availability zones, or one local zone.",
  remedy: "Leave the subnets of local zones out.",
  reads: [],
  refuse(context) {
    const local = zones(subnetsOf(context)).map((zone) => isLocalZone(context.region, zone));
    if (!local.includes(true) || !local.includes(false)) return undefined;
    return { code: "ValidationError", message: "You cannot provide subnets from multiple locales" };
  },
};

const oneVpc: Rule = {
  id: "lb/load-balancer-one-vpc",
  source: SOURCE,
  cause: "The subnets and security groups of a load balancer lie in one VPC.",
  remedy: "Pass subnets and security groups of the same VPC.",
  reads: ["securityGroups"],
  refuse(context) {
    const vpcs = new Set(subnetsOf(context).map(({ outputs }) => outputs["vpcId"]));
    const [vpc] = vpcs;
    if (vpc === undefined) return undefined;
    if (vpcs.size > 1) return { code: "InvalidConfigurationRequest", message: "All subnets must belong to the same VPC" };
    const groups = context.inputs["securityGroups"];
    for (const id of Array.isArray(groups) ? groups.map(String) : []) {
      const group = context.find("aws:ec2/securityGroup:SecurityGroup", id);
      if (group !== undefined && group.outputs["vpcId"] !== vpc) {
        return { code: "InvalidConfigurationRequest", message: "One or more security groups are invalid" };
      }
    }
    return undefined;
  },
};

const internetGateway: Rule = {
  id: "lb/load-balancer-internet-gateway",
  source: SOURCE,
  cause: "The VPC of an internet-facing load balancer has an internet gateway.",
  remedy: "Attach an internet gateway to the VPC and let the load balancer depend on it, or set internal to true.",
  deploymentOnly: true,
  on: "create",
  reads: ["internal"],
  refuse(context) {
    const vpcId = subnetsOf(context)[0]?.outputs["vpcId"];
    if (context.inputs["internal"] === true || context.inputs["loadBalancerType"] === "gateway" || typeof vpcId !== "string") return undefined;
    if (attachedGateways(context, vpcId).length > 0) return undefined;
    return { code: "InvalidSubnet", message: `VPC ${vpcId} has no internet gateway` };
  },
};

/** What ELB asks of a load balancer's subnets, in the order in which it asks. */
export const subnetRules: readonly Rule[] = [given, twoZones, onePerZone, oneLocale, oneVpc, internetGateway];
