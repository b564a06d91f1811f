import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { parseCidr } from "./cidr";
import { allocatedBlock } from "./ipam-allocation";
import { ipv6OfVpc, ipv6ChangesOfVpc } from "./vpc-ipv6";

const legalSize: Rule = {
  id: "ec2/vpc-cidr-size",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  cause: "The IPv4 block of a VPC has to be between /16 and /28.",
  remedy: "Use an IPv4 block of /16 to /28, for example 10.0.0.0/16.",
  reads: ["cidrBlock"],
  refuse(context) {
    const text = context.text("cidrBlock");
    if (text === undefined) return undefined;
    const block = parseCidr(text);
    if (block === undefined) {
      return {
        code: "InvalidParameterValue",
        message: `Value (${text}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
      };
    }
    if (block.prefix >= 16 && block.prefix <= 28) return undefined;
    return { code: "InvalidVpc.Range", message: `The CIDR '${text}' is invalid.` };
  },
};

const hasBlock: Rule = {
  id: "ec2/vpc-cidr-given",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html",
  cause: "A VPC has its IPv4 block from cidrBlock or from an IPAM pool.",
  remedy: "Pass cidrBlock, or ipv4IpamPoolId.",
  reads: ["cidrBlock", "ipv4IpamPoolId"],
  refuse: ({ inputs }) =>
    inputs["cidrBlock"] === undefined && inputs["ipv4IpamPoolId"] === undefined
      ? { code: "MissingParameter", message: "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided." }
      : undefined,
};

export const vpc = defineResource({
  type: "aws:ec2/vpc:Vpc",
  defaults: { enableDnsSupport: true, instanceTenancy: "default" },
  // AWS turns dedicated tenancy into default in place; every other change of it makes a new VPC.
  replaceWhen: (olds) => (olds["instanceTenancy"] === "dedicated" ? [] : ["instanceTenancy"]),
  rules: [hasBlock, legalSize],
  volatile: (context) => Object.keys(ipv6ChangesOfVpc(context)),
  update: ipv6ChangesOfVpc,
  create(context) {
    const { identifiers } = context;
    const id = identifiers.ec2("vpc");
    const arn = (kind: string, of: string): string => context.arn("ec2", `${kind}/${of}`);
    const routeTableId = identifiers.ec2("rtb");
    const securityGroupId = identifiers.ec2("sg");
    const networkAclId = identifiers.ec2("acl");
    const common = { vpcId: id, ownerId: context.accountId, region: context.region, tags: {}, tagsAll: {} };
    return {
      id,
      arn: arn("vpc", id),
      outputs: {
        cidrBlock: context.inputs["cidrBlock"] ?? allocatedBlock(context),
        enableDnsHostnames: context.inputs["enableDnsHostnames"] ?? false,
        enableNetworkAddressUsageMetrics: context.inputs["enableNetworkAddressUsageMetrics"] ?? false,
        defaultNetworkAclId: networkAclId,
        defaultRouteTableId: routeTableId,
        defaultSecurityGroupId: securityGroupId,
        dhcpOptionsId: identifiers.ec2("dopt"),
        ...ipv6OfVpc(context),
        mainRouteTableId: routeTableId,
        ownerId: context.accountId,
      },
      companions: [
        {
          type: "aws:ec2/routeTable:RouteTable",
          id: routeTableId,
          arn: arn("route-table", routeTableId),
          outputs: { ...common, arn: arn("route-table", routeTableId), routes: [], propagatingVgws: [] },
        },
        {
          type: "aws:ec2/securityGroup:SecurityGroup",
          id: securityGroupId,
          arn: arn("security-group", securityGroupId),
          outputs: {
            ...common,
            arn: arn("security-group", securityGroupId),
            name: "default",
            namePrefix: "",
            description: "default VPC security group",
            ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
          },
        },
        {
          type: "aws:ec2/networkAcl:NetworkAcl",
          id: networkAclId,
          arn: arn("network-acl", networkAclId),
          outputs: { ...common, arn: arn("network-acl", networkAclId), subnetIds: [] },
        },
      ],
    };
  },
});
