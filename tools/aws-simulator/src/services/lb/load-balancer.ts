import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { physicalName } from "../../physical-name";
import { regionRow } from "../../regions";
import { defineResource } from "../../resource-definition";
import type { DeleteRule, Reference } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import { withinRanges } from "./attribute-range";
import { logRules } from "./load-balancer-logs";
import { subnetRules, subnetsOf } from "./load-balancer-subnets";

const ATTRIBUTES = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html";

const attributes = withinRanges("lb/load-balancer-attributes", ATTRIBUTES, [
  { path: "idleTimeout", min: 1, max: 4000 },
  { path: "clientKeepAlive", min: 60, max: 604_800 },
]);

const deletionProtection: DeleteRule = {
  id: "lb/load-balancer-deletion-protection",
  source: ATTRIBUTES,
  cause: "Deletion protection is on.",
  remedy: "Set enableDeletionProtection to false and deploy, then delete.",
  refuse: (balancer) =>
    balancer.outputs["enableDeletionProtection"] === true
      ? { code: "OperationNotPermitted", message: `Load balancer '${balancer.id}' cannot be deleted because deletion protection is enabled` }
      : undefined,
};

const subnet: Reference = {
  path: "subnets[]",
  to: "aws:ec2/subnet:Subnet",
  notFound: (id) => ({ code: "SubnetNotFound", message: `The subnet ID '${id}' does not exist` }),
  holds: ({ id }) => ({ code: "DependencyViolation", message: `The subnet '${id}' has dependencies and cannot be deleted.` }),
};

// The outputs name a mapped subnet in `subnets` as well: that reference holds it.
const mappedSubnet: Reference = { path: "subnetMappings[].subnetId", to: subnet.to, ...(subnet.notFound && { notFound: subnet.notFound }) };

const securityGroup: Reference = {
  path: "securityGroups[]",
  to: "aws:ec2/securityGroup:SecurityGroup",
  notFound: (id) => ({ code: "InvalidSecurityGroup", message: `The security group '${id}' does not exist` }),
  holds: ({ id }) => ({ code: "DependencyViolation", message: `resource ${id} has a dependent object` }),
};

const types: Readonly<Record<string, string>> = { application: "app", network: "net", gateway: "gwy" };

interface Identity {
  readonly dnsName: string;
  readonly zoneId: string;
  readonly hex: string;
}

/** `name-1234567890.us-east-1.elb.amazonaws.com`; of a network load balancer `name-<16 hex>.elb.us-east-1.amazonaws.com`. */
function identity(context: ResourceContext, name: string, network: boolean): Identity {
  const { identifiers, region, partition } = context;
  const hex = identifiers.hex(16);
  const host = context.inputs["internal"] === true && !network ? `internal-${name}` : name;
  const row = regionRow(region);
  return {
    hex,
    dnsName: network
      ? `${host}-${hex}.elb.${region}.${partition.dnsSuffix}`
      : `${host}-${identifiers.digits(10)}.${region}.elb.${partition.dnsSuffix}`,
    zoneId: (network ? row?.nlb : row?.alb) ?? `Z${identifiers.upper(13)}`,
  };
}

function defaultSecurityGroups(context: ResourceContext, network: boolean): PropertyValue {
  if (network) return [];
  const vpc = context.find("aws:ec2/vpc:Vpc", String(subnetsOf(context)[0]?.outputs["vpcId"]));
  const id = vpc?.outputs["defaultSecurityGroupId"];
  return id === undefined ? [] : [id];
}

function mappings(context: ResourceContext): PropertyValue {
  return (
    context.inputs["subnetMappings"] ??
    subnetsOf(context).map(({ id }): PropertyMap => ({ subnetId: id, allocationId: "", ipv6Address: "", outpostId: "", privateIpv4Address: "" }))
  );
}

export const loadBalancer = defineResource({
  type: "aws:lb/loadBalancer:LoadBalancer",
  defaults: {
    clientKeepAlive: 3600,
    desyncMitigationMode: "defensive",
    dropInvalidHeaderFields: false,
    enableCrossZoneLoadBalancing: false,
    enableDeletionProtection: false,
    enableHttp2: true,
    enableTlsVersionAndCipherSuiteHeaders: false,
    enableWafFailOpen: false,
    enableXffClientPort: false,
    enableZonalShift: false,
    idleTimeout: 60,
    loadBalancerType: "application",
    preserveHostHeader: false,
    xffHeaderProcessingMode: "append",
  },
  comparisons: { subnets: "set", securityGroups: "set", subnetMappings: "set" },
  replaceWhen: (olds) => (olds["loadBalancerType"] === "application" ? [] : ["securityGroups", "subnetMappings"]),
  name: {
    taken: (name) => ({
      code: "DuplicateLoadBalancerName",
      message: `A load balancer with the same name '${name}' exists, but with different settings`,
    }),
  },
  references: [subnet, mappedSubnet, securityGroup],
  rules: [...subnetRules, attributes, ...logRules],
  deleteRules: [deletionProtection],
  create(context) {
    const { inputs } = context;
    const kind = types[String(inputs["loadBalancerType"])] ?? "app";
    const { name, outputs } = physicalName(context);
    const { dnsName, zoneId, hex } = identity(context, name, kind === "net");
    const suffix = `${kind}/${name}/${hex}`;
    const arn = context.arn("elasticloadbalancing", `loadbalancer/${suffix}`);
    return {
      id: arn,
      arn,
      outputs: {
        arnSuffix: suffix,
        dnsName,
        enablePrefixForIpv6SourceNat: inputs["enablePrefixForIpv6SourceNat"] ?? "",
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: inputs["enforceSecurityGroupInboundRulesOnPrivateLinkTraffic"] ?? "",
        internal: inputs["internal"] ?? false,
        ipAddressType: inputs["ipAddressType"] ?? "ipv4",
        ...outputs,
        secondaryIpsAutoAssignedPerSubnet: inputs["secondaryIpsAutoAssignedPerSubnet"] ?? 0,
        securityGroups: inputs["securityGroups"] ?? defaultSecurityGroups(context, kind === "net"),
        subnetMappings: mappings(context),
        subnets: inputs["subnets"] ?? subnetsOf(context).map(({ id }) => id),
        vpcId: subnetsOf(context)[0]?.outputs["vpcId"] ?? "",
        zoneId,
      },
    };
  },
  update: (context) => ({ subnetMappings: mappings(context), subnets: subnetsOf(context).map(({ id }) => id) }),
});
