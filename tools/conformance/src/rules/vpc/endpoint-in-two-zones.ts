import type { Rule } from "../../rule";

export const endpointInTwoZones: Rule = {
  id: "vpc/endpoint-in-two-zones",
  controls: { "prowler:vpc_endpoint_multi_az_enabled": "MEDIUM" },
  requirement: "Interface endpoints stand in at least two availability zones.",
  subjects: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  judge: (resource, stack) =>
    resource.text("vpcEndpointType") === "Interface" ? stack.zonesOf(resource, "subnetIds").length >= 2 : undefined,
};
