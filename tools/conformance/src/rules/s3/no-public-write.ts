import { coversAction, isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const noPublicWrite: Rule = {
  id: "s3/no-public-write",
  controls: { "FSBP:S3.3": "CRITICAL" },
  requirement: "No ACL and no policy lets everybody write objects.",
  subjects: ["aws:s3/bucket:Bucket", "aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) =>
    !["public-read-write"].includes(resource.text("acl")) &&
    !resource.texts("accessControlPolicy.grants.grantee.uri").some((uri) => uri.endsWith("/AllUsers")) &&
    !statementsOf(resource).some((statement) => isPublic(statement) && coversAction(statement, "s3:PutObject")),
};
