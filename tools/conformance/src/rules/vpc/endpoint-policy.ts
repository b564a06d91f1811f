import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const endpointPolicy: Rule = {
  id: "vpc/endpoint-policy",
  controls: { "prowler:vpc_endpoint_connections_trust_boundaries": "HIGH" },
  requirement: "Endpoint policies say which accounts they are for.",
  subjects: ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  judge: (resource, stack) => {
    const own = [resource, ...stack.referring("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", "vpcEndpointId", resource)].flatMap(
      (holder) => statementsOf(holder),
    );
    return own.length > 0 && !own.some((statement) => isPublic(statement) && statement.resources.includes("*"));
  },
};
