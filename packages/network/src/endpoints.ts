import { childName } from "@org/infra-naming";
import { SecurityGroup, VpcEndpoint } from "@pulumi/aws/ec2";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { type Input, type Output, output } from "@pulumi/pulumi";
import { ownAccountPolicy } from "./endpoint-policy";
import { serviceNameOf, takesOwnAccount } from "./endpoint-services";
import type { EndpointPolicy, EndpointsPlan, GatewayService, InterfaceEndpoint } from "./endpoints-plan";
import { type PartOfNetwork, type RoutedSubnet, tagsOf } from "./routed-subnet";

const HTTPS = 443;

/** What all endpoints of one network need. */
export interface EndpointContext {
  readonly network: PartOfNetwork;
  readonly region: string;
  readonly accountId: () => Input<string>;
  readonly policies: Readonly<Record<string, EndpointPolicy<Input<string>>>>;
}

/** The services that are reached inside the network, and the security group in front of them. */
export interface InterfaceEndpoints {
  /** By service as it was named: `ssm`. */
  readonly endpoints: Readonly<Record<string, VpcEndpoint>>;
  /** Lets the network in on the endpoints' ports, and nothing else. */
  readonly securityGroup: SecurityGroup;
  /** By port: `443`. */
  readonly ingressRules: Readonly<Record<string, SecurityGroupIngressRule>>;
}

/** What security group rules name to let somebody reach the endpoints, and nothing else. */
export interface EndpointPeers {
  /** Of the gateway endpoints, by service. */
  readonly prefixListIds: Readonly<Record<string, Output<string>>>;
  /** `endpoints`: the group in front of the interface endpoints; empty without any. */
  readonly securityGroupIds: Readonly<Record<string, Output<string>>>;
}

/** Absent for AWS's own default, which lets everybody do everything. */
function policyOf({ policies, region, accountId }: EndpointContext, service: string): { readonly policy?: Output<string> } {
  const policy = Object.hasOwn(policies, service) ? policies[service] : takesOwnAccount(service) ? "own-account" : "everything";
  if (policy === "everything") {
    return {};
  }
  return policy === "own-account"
    ? { policy: output(accountId()).apply((id) => ownAccountPolicy(service, region, id)) }
    : { policy: output(policy.document) };
}

/** Endpoints in the route tables: free of charge, and not through a NAT gateway. */
export function gatewayEndpoints(
  context: EndpointContext,
  { gateway }: EndpointsPlan,
  subnets: readonly RoutedSubnet[],
): Partial<Record<GatewayService, VpcEndpoint>> {
  const { network, region } = context;
  const routeTableIds = subnets.map(({ routeTable }) => routeTable.id);
  const endpointTo = (service: GatewayService) => {
    const name = childName(network.name, service);
    return new VpcEndpoint(
      name,
      {
        vpcId: network.vpcId,
        vpcEndpointType: "Gateway",
        serviceName: serviceNameOf(service, region),
        routeTableIds,
        ...policyOf(context, service),
        tags: tagsOf(network, name),
      },
      { parent: network.parent },
    );
  };
  return Object.fromEntries(gateway.map((service) => [service, endpointTo(service)]));
}

/** The one group in front of all interface endpoints: the network comes in on their ports, nothing goes out. */
function closedGroup(
  network: PartOfNetwork,
  endpoints: readonly Required<InterfaceEndpoint>[],
  cidrBlock: Output<string>,
): Pick<InterfaceEndpoints, "securityGroup" | "ingressRules"> {
  const { parent, vpcId } = network;
  const role = childName(network.name, "endpoints");
  const securityGroup = new SecurityGroup(
    role,
    {
      name: network.naming.physicalName("aws:ec2/securityGroup:SecurityGroup", role),
      // AWS cannot change a description, so it is no argument. No `egress` and no `ingress`: rules stand alone.
      description: "Interface endpoints: lets in the network on their ports only",
      vpcId,
      tags: tagsOf(network, role),
    },
    // A group of the same name can stand in another network; deleted first, it would still be in use.
    { parent, deleteBeforeReplace: false },
  );
  const ruleFor = (port: number) => {
    const ruleName = childName(role, port === HTTPS ? "tls" : `tcp-${port}`);
    return new SecurityGroupIngressRule(
      ruleName,
      {
        securityGroupId: securityGroup.id,
        description: port === HTTPS ? "TLS from the network" : `Port ${port} from the network`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        // Endpoints have IPv4 addresses, and every subnet has them, with IPv6 or without.
        cidrIpv4: cidrBlock,
        tags: tagsOf(network, ruleName),
      },
      { parent },
    );
  };
  const ports = [...new Set(endpoints.flatMap(({ ports }) => ports))];
  return { securityGroup, ingressRules: Object.fromEntries(ports.map((port) => [port, ruleFor(port)])) };
}

/** Endpoints with an address in the private subnets of their zones, behind one security group; undefined for no service. */
export function interfaceEndpoints(
  context: EndpointContext,
  { interface: endpoints }: EndpointsPlan,
  { cidrBlock, subnets }: { readonly cidrBlock: Output<string>; readonly subnets: Readonly<Record<string, RoutedSubnet>> },
): InterfaceEndpoints | undefined {
  if (endpoints.length === 0) {
    return undefined;
  }
  const { network, region } = context;
  const group = closedGroup(network, endpoints, cidrBlock);
  const endpointTo = ({ service, availabilityZones, privateDns }: Required<InterfaceEndpoint>) => {
    const name = childName(network.name, "endpoint", service);
    return new VpcEndpoint(
      name,
      {
        vpcId: network.vpcId,
        vpcEndpointType: "Interface",
        serviceName: serviceNameOf(service, region),
        subnetIds: availabilityZones.map((zone) => subnets[zone].subnet.id),
        securityGroupIds: [group.securityGroup.id],
        privateDnsEnabled: privateDns,
        ...policyOf(context, service),
        tags: tagsOf(network, name),
      },
      { parent: network.parent },
    );
  };
  return { endpoints: Object.fromEntries(endpoints.map((endpoint) => [endpoint.service, endpointTo(endpoint)])), ...group };
}

export function endpointPeers(
  gateways: Readonly<Record<string, VpcEndpoint>>,
  interfaces: InterfaceEndpoints | undefined,
): EndpointPeers {
  return {
    prefixListIds: Object.fromEntries(Object.entries(gateways).map(([service, { prefixListId }]) => [service, prefixListId])),
    securityGroupIds: interfaces === undefined ? {} : { endpoints: interfaces.securityGroup.id },
  };
}
