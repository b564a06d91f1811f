import type { Rule } from "../../rule";

export const endpointServiceAcceptsByHand: Rule = {
  id: "vpc/endpoint-service-accepts-by-hand",
  controls: { "CKV_AWS_123": "UNKNOWN" },
  requirement: "Endpoint services accept connections one by one.",
  subjects: ["aws:ec2/vpcEndpointService:VpcEndpointService"],
  judge: (resource) => resource.isTrue("acceptanceRequired"),
};
