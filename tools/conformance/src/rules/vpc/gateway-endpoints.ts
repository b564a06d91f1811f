import type { DeployedStack } from "../../deployed-stack";
import type { Resource } from "../../resource";
import { leadsToInternet } from "../../routes";
import type { Rule } from "../../rule";

const ASSOCIATION = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";

export const gatewayEndpoints: Rule = {
  id: "vpc/gateway-endpoints",
  controls: { "CIS7.0:6.8": "MEDIUM" },
  requirement: "Each VPC reaches S3 and DynamoDB through gateway endpoints, from every private subnet.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) => {
    const endpoints = stack.referring("aws:ec2/vpcEndpoint:VpcEndpoint", "vpcId", resource);
    const privateTables = stack
      .referring("aws:ec2/routeTable:RouteTable", "vpcId", resource)
      .filter((table) => !leadsToInternet(table.id, stack));
    return [".s3", ".dynamodb"].every((service) =>
      endpoints.some((endpoint) => {
        if (endpoint.text("vpcEndpointType") === "Interface" || !endpoint.text("serviceName").endsWith(service)) return false;
        const tables = tablesOf(endpoint, stack);
        return tables.length > 0 && privateTables.every(({ id }) => tables.includes(id));
      }),
    );
  },
};

function tablesOf(endpoint: Resource, stack: DeployedStack): string[] {
  const beside = stack.referring(ASSOCIATION, "vpcEndpointId", endpoint).map((association) => association.text("routeTableId"));
  return [...endpoint.texts("routeTableIds"), ...beside];
}
