import { oneOfRule } from "../../constraint-rules";
import { defineResource } from "../../resource-definition";

/** Whether snapshots of the Region can be shared with everybody. */
export const snapshotBlockPublicAccess = defineResource({
  type: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  afterDeletion: { state: "unblocked" },
  rules: [
    oneOfRule({
      id: "ebs/snapshot-block-public-access-state",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html",
      path: "state",
      member: "state",
      code: "InvalidParameterValue",
      // AWS documents "unblocked" as no value for this call, and not how it answers: the provider lets it pass.
      values: ["block-all-sharing", "block-new-sharing", "unblocked"],
    }),
  ],
  create: ({ region }) => ({ id: region }),
});
