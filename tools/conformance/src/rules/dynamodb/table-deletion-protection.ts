import type { Rule } from "../../rule";

export const tableDeletionProtection: Rule = {
  id: "dynamodb/table-deletion-protection",
  controls: { "FSBP:DynamoDB.6": "MEDIUM" },
  requirement: "Tables are protected against deletion.",
  subjects: ["aws:dynamodb/table:Table"],
  judge: (resource) =>
    resource.isTrue("deletionProtectionEnabled") &&
    resource.parts("replicas").every((replica) => replica.isTrue("deletionProtectionEnabled")),
};
