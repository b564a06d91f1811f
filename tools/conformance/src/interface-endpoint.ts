import type { DeployedStack } from "./deployed-stack";
import type { Resource } from "./resource";

/** Whether a VPC reaches an AWS service, named as the end of the endpoint's service name, without the internet. */
export function hasInterfaceEndpoint(vpc: Resource, stack: DeployedStack, service: string): boolean {
  return stack
    .referring("aws:ec2/vpcEndpoint:VpcEndpoint", "vpcId", vpc)
    .some(
      (endpoint) =>
        endpoint.text("vpcEndpointType") === "Interface" &&
        new RegExp(`^com\\.amazonaws\\.[a-z0-9-]+\\.${service.replace(".", "\\.")}$`).test(endpoint.text("serviceName")),
    );
}
