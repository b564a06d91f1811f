import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const snapshotsNotPublic: Rule = {
  id: "ec2/snapshots-not-public",
  controls: { "SecHub:EC2.182": "HIGH" },
  requirement: "Snapshots of the region cannot be shared with everybody.",
  subjects: ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"],
  because: ACCOUNT_WIDE,
  judge: (resource) => resource.text("state") === "block-all-sharing",
};
