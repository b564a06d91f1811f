import { isBackedUp } from "../../backup";
import type { Rule } from "../../rule";

export const tableInBackupPlan: Rule = {
  id: "dynamodb/table-in-backup-plan",
  controls: { "SecHub:DynamoDB.4": "MEDIUM" },
  requirement: "Tables are backed up by a plan.",
  subjects: ["aws:dynamodb/table:Table"],
  judge: isBackedUp,
};
