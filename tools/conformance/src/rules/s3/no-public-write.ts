import { coversAction, isPublic, statementsOf } from "../../policy-document";
import { grantsToEverybody } from "../../public-acl";
import type { Rule } from "../../rule";

const ACLS = ["public-read-write"];
const ACTIONS = ["s3:PutObject", "s3:DeleteObject", "s3:PutBucketPolicy"];

export const noPublicWrite: Rule = {
  id: "s3/no-public-write",
  controls: { "FSBP:S3.3": "CRITICAL" },
  requirement: "No ACL and no policy lets everybody write objects.",
  subjects: ["aws:s3/bucket:Bucket", "aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) =>
    !ACLS.includes(resource.text("acl")) &&
    !grantsToEverybody(resource, ["WRITE", "WRITE_ACP", "FULL_CONTROL"]) &&
    !statementsOf(resource).some((statement) => isPublic(statement) && ACTIONS.some((action) => coversAction(statement, action))),
};
