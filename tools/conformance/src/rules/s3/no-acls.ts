import type { Rule } from "../../rule";

export const noAcls: Rule = {
  id: "s3/no-acls",
  controls: { "FSBP:S3.12": "MEDIUM" },
  requirement: "Buckets have no ACLs.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "bucket", resource).some(
      (controls) => controls.text("rule.objectOwnership") === "BucketOwnerEnforced",
    ) &&
    stack.referring("aws:s3/bucketAcl:BucketAcl", "bucket", resource).length === 0,
};
