import { childName } from "@org/infra-naming";
import { SecurityGroup, VpcEndpoint } from "@pulumi/aws/ec2";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { type Input, type Output, output } from "@pulumi/pulumi";
import { ownAccountPolicy } from "./endpoint-policy";
import { type EndpointPolicy, type EndpointsPlan, type GatewayService, serviceNameOf } from "./endpoints-plan";
import { type PartOfNetwork, type RoutedSubnet, tagsOf } from "./routed-subnet";

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
  /** Lets in TLS from the network and nothing else. */
  readonly securityGroup: SecurityGroup;
  readonly ingressRule: SecurityGroupIngressRule;
}

/** What security group rules name to let somebody reach the endpoints: HTTPS to these, and nothing else. */
export interface EndpointPeers {
  /** Of the gateway endpoints, by service. */
  readonly prefixListIds: Readonly<Record<string, Output<string>>>;
  /** `endpoints`: the group in front of the interface endpoints; empty without any. */
  readonly securityGroupIds: Readonly<Record<string, Output<string>>>;
}

/** Absent for AWS's own default, which lets everybody do everything. */
function policyOf({ policies, region, accountId }: EndpointContext, service: string): { readonly policy?: Output<string> } {
  const policy = Object.hasOwn(policies, service) ? policies[service] : "own-account";
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

/** Endpoints with an address in each zone's private subnet, behind one security group; undefined for no service. */
export function interfaceEndpoints(
  context: EndpointContext,
  { interface: services }: EndpointsPlan,
  { cidrBlock, subnets }: { readonly cidrBlock: Output<string>; readonly subnets: readonly RoutedSubnet[] },
): InterfaceEndpoints | undefined {
  if (services.length === 0) {
    return undefined;
  }
  const { network, region } = context;
  const { parent, vpcId } = network;
  const role = childName(network.name, "endpoints");
  const securityGroup = new SecurityGroup(
    role,
    {
      name: network.naming.physicalName("aws:ec2/securityGroup:SecurityGroup", role),
      // AWS cannot change a description, so it is no argument. No `egress` and no `ingress`: rules stand alone.
      description: "Interface endpoints: lets in TLS from the network only",
      vpcId,
      tags: tagsOf(network, role),
    },
    // A group of the same name can stand in another network; deleted first, it would still be in use.
    { parent, deleteBeforeReplace: false },
  );
  const ruleName = childName(role, "tls");
  const ingressRule = new SecurityGroupIngressRule(
    ruleName,
    {
      securityGroupId: securityGroup.id,
      description: "TLS from the network",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: cidrBlock,
      tags: tagsOf(network, ruleName),
    },
    { parent },
  );
  const subnetIds = subnets.map(({ subnet }) => subnet.id);
  const endpointTo = (service: string) => {
    const name = childName(network.name, "endpoint", service);
    return new VpcEndpoint(
      name,
      {
        vpcId,
        vpcEndpointType: "Interface",
        serviceName: serviceNameOf(service, region),
        subnetIds,
        securityGroupIds: [securityGroup.id],
        privateDnsEnabled: true,
        ...policyOf(context, service),
        tags: tagsOf(network, name),
      },
      { parent },
    );
  };
  return { endpoints: Object.fromEntries(services.map((service) => [service, endpointTo(service)])), securityGroup, ingressRule };
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
