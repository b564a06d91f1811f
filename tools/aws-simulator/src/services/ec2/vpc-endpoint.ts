import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { isRegionName } from "../../regions";
import { ec2Reference } from "./ec2-references";
import { awsPrefixLists } from "./managed-prefix-lists";

const SOURCE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html";
const ALLOW_ALL = { Version: "2008-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };

/** Services that have gateway endpoints: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
const withGateway = new Set(["s3", "dynamodb", "s3express"]);

interface ServiceName {
  readonly region: string;
  readonly service: string;
}

/** `com.amazonaws.us-east-1.s3`; undefined for a service that somebody else offers. */
function parseServiceName(text: string): ServiceName | undefined {
  const match = /^(?:[a-z]+\.)+([a-z]{2,4}(?:-[a-z]+)+-\d)\.(.+)$/.exec(text);
  const [, region, service] = match ?? [];
  if (region === undefined || service === undefined || !isRegionName(region) || service.startsWith("vpce-svc")) return undefined;
  return { region, service };
}

const serviceOfRegion: Rule = {
  id: "ec2/vpc-endpoint-service-of-region",
  source: SOURCE,
  cause: "The endpoint of an AWS service leads to the service in its own region.",
  remedy: "Use the region of the VPC in serviceName: com.amazonaws.<region>.<service>.",
  reads: ["serviceName", "serviceRegion"],
  refuse(context) {
    const text = context.text("serviceName");
    const name = text === undefined ? undefined : parseServiceName(text);
    if (name === undefined || name.region === context.region || context.inputs["serviceRegion"] !== undefined) return undefined;
    return { code: "InvalidServiceName", message: `The Vpc Endpoint Service '${text}' does not exist` };
  },
};

const typeOfService: Rule = {
  id: "ec2/vpc-endpoint-gateway-service",
  source: SOURCE,
  cause: "Only S3 and DynamoDB have gateway endpoints.",
  remedy: "Set vpcEndpointType to \"Interface\".",
  reads: ["serviceName", "vpcEndpointType"],
  refuse(context) {
    const name = parseServiceName(context.text("serviceName") ?? "");
    if (context.inputs["vpcEndpointType"] !== "Gateway" || name === undefined || withGateway.has(name.service)) return undefined;
    return { code: "InvalidParameter", message: "Endpoint type (Gateway) does not match available service types ([Interface])." };
  },
};

const privateDns: Rule = {
  id: "ec2/vpc-endpoint-private-dns",
  source: SOURCE,
  cause: "Private DNS needs both DNS attributes of the VPC.",
  remedy: "Set enableDnsSupport and enableDnsHostnames of the VPC to true.",
  // An update of the VPC in the same run may bring what is missing.
  deploymentOnly: true,
  reads: ["vpcId", "privateDnsEnabled", "vpcEndpointType"],
  refuse(context) {
    const vpc = context.find("aws:ec2/vpc:Vpc", context.text("vpcId") ?? "");
    const asked = context.inputs["privateDnsEnabled"] === true && context.inputs["vpcEndpointType"] === "Interface";
    if (!asked || vpc === undefined) return undefined;
    if (vpc.outputs["enableDnsSupport"] === true && vpc.outputs["enableDnsHostnames"] === true) return undefined;
    return {
      code: "InvalidParameter",
      message: `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpc.id}`,
    };
  },
};

function prefixListId(context: ResourceContext, serviceName: string): string {
  return awsPrefixLists(context.region).find(({ name }) => name === serviceName)?.id ?? "";
}

export const vpcEndpoint = defineResource({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  defaults: { vpcEndpointType: "Gateway" },
  comparisons: { policy: "json", routeTableIds: "set", securityGroupIds: "set", subnetIds: "set" },
  references: [
    ec2Reference("vpc", "vpcId", { holds: true }),
    ec2Reference("subnet", "subnetIds[]", { holds: true }),
    ec2Reference("securityGroup", "securityGroupIds[]", { holds: true }),
    ec2Reference("routeTable", "routeTableIds[]"),
  ],
  rules: [serviceOfRegion, typeOfService, privateDns],
  create(context) {
    const { identifiers, inputs } = context;
    const id = identifiers.ec2("vpce");
    const gateway = inputs["vpcEndpointType"] === "Gateway";
    const subnetIds = Array.isArray(inputs["subnetIds"]) ? inputs["subnetIds"] : [];
    const serviceName = context.text("serviceName") ?? "";
    const endpoint = `${id}-${identifiers.base36(8)}.${parseServiceName(serviceName)?.service ?? "service"}.${context.region}.vpce.${context.partition.dnsSuffix}`;
    return {
      id,
      arn: context.arn("ec2", `vpc-endpoint/${id}`),
      outputs: {
        cidrBlocks: gateway ? [...(awsPrefixLists(context.region).find(({ name }) => name === serviceName)?.cidrBlocks ?? [])] : [],
        dnsEntries: gateway ? [] : [{ dnsName: endpoint, hostedZoneId: `Z${identifiers.upper(13)}` }],
        dnsOptions: inputs["dnsOptions"] ?? { dnsRecordIpType: gateway ? "" : "ipv4", privateDnsOnlyForInboundResolverEndpoint: false },
        ipAddressType: inputs["ipAddressType"] ?? (gateway ? "" : "ipv4"),
        networkInterfaceIds: subnetIds.map(() => identifiers.ec2("eni")),
        ownerId: context.accountId,
        policy: inputs["policy"] ?? JSON.stringify(ALLOW_ALL),
        prefixListId: gateway ? prefixListId(context, serviceName) : "",
        privateDnsEnabled: inputs["privateDnsEnabled"] ?? false,
        requesterManaged: false,
        routeTableIds: inputs["routeTableIds"] ?? [],
        securityGroupIds: inputs["securityGroupIds"] ?? [],
        serviceRegion: inputs["serviceRegion"] ?? context.region,
        state: "available",
        subnetConfigurations: inputs["subnetConfigurations"] ?? [],
        subnetIds,
      },
    };
  },
});
