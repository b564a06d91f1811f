import type { Rule } from "../../rule";

export const replicasWithCustomerKey: Rule = {
  id: "dynamodb/replicas-with-customer-key",
  controls: { "CKV_AWS_271": "UNKNOWN" },
  requirement: "Replicas are encrypted with a key of the customer.",
  subjects: ["aws:dynamodb/table:Table", "aws:dynamodb/tableReplica:TableReplica"],
  judge: (resource) => {
    const replicas = resource.type === "aws:dynamodb/tableReplica:TableReplica" ? [resource] : resource.parts("replicas");
    return replicas.length === 0 ? undefined : replicas.every((replica) => replica.has("kmsKeyArn"));
  },
};
