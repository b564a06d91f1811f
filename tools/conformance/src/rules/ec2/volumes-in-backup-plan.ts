import { isBackedUp } from "../../backup";
import type { Rule } from "../../rule";

export const volumesInBackupPlan: Rule = {
  id: "ec2/volumes-in-backup-plan",
  controls: { "SecHub:EC2.28": "LOW" },
  requirement: "Volumes outside a group are backed up by a plan.",
  subjects: ["aws:ebs/volume:Volume"],
  judge: (resource, stack) => isBackedUp(resource, stack),
};
