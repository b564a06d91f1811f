import type { Rule } from "../../rule";

export const pointInTimeRecovery: Rule = {
  id: "dynamodb/point-in-time-recovery",
  controls: { "FSBP:DynamoDB.2": "MEDIUM" },
  requirement: "Tables can be restored to any point in time.",
  subjects: ["aws:dynamodb/table:Table"],
  judge: (resource) => resource.isTrue("pointInTimeRecovery.enabled"),
};
