import { coversAction, isPublic, statementsOf } from "../../policy-document";
import { grantsToEverybody } from "../../public-acl";
import type { Rule } from "../../rule";

const ACLS = ["public-read", "public-read-write", "authenticated-read", "website"];
const ACTIONS = ["s3:GetObject", "s3:ListBucket"];

export const noPublicRead: Rule = {
  id: "s3/no-public-read",
  controls: { "FSBP:S3.2": "CRITICAL" },
  requirement: "No ACL and no policy lets everybody read objects.",
  subjects: ["aws:s3/bucket:Bucket", "aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) =>
    !ACLS.includes(resource.text("acl")) &&
    !grantsToEverybody(resource, ["READ", "READ_ACP", "FULL_CONTROL"]) &&
    !statementsOf(resource).some((statement) => isPublic(statement) && ACTIONS.some((action) => coversAction(statement, action))),
};
