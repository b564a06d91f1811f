import type { Rule } from "../../rule";

export const gatewayEndpoints: Rule = {
  id: "vpc/gateway-endpoints",
  controls: { "CIS7.0:6.8": "MEDIUM" },
  requirement: "Each VPC reaches S3 and DynamoDB through gateway endpoints.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) =>
    [".s3", ".dynamodb"].every((service) =>
      stack.referring("aws:ec2/vpcEndpoint:VpcEndpoint", "vpcId", resource).some(
        (endpoint) =>
          endpoint.text("vpcEndpointType") !== "Interface" &&
          endpoint.text("serviceName").endsWith(service) &&
          (endpoint.has("routeTableIds") ||
            stack.referring("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "vpcEndpointId", endpoint).length > 0),
      ),
    ),
};
