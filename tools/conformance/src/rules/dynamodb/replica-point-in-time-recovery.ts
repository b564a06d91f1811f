import type { Rule } from "../../rule";

export const replicaPointInTimeRecovery: Rule = {
  id: "dynamodb/replica-point-in-time-recovery",
  controls: { "CKV_AWS_165": "UNKNOWN" },
  requirement: "Replicas can be restored to any point in time.",
  subjects: ["aws:dynamodb/table:Table", "aws:dynamodb/tableReplica:TableReplica"],
  judge: (resource) => {
    const replicas = resource.type === "aws:dynamodb/tableReplica:TableReplica" ? [resource] : resource.parts("replicas");
    return replicas.length === 0 ? undefined : replicas.every((replica) => replica.isTrue("pointInTimeRecovery"));
  },
};
