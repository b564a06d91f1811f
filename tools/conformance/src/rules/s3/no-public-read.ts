import { coversAction, isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const noPublicRead: Rule = {
  id: "s3/no-public-read",
  controls: { "FSBP:S3.2": "CRITICAL" },
  requirement: "No ACL and no policy lets everybody read objects.",
  subjects: ["aws:s3/bucket:Bucket", "aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketPolicy:BucketPolicy"],
  judge: (resource) =>
    !["public-read", "public-read-write", "authenticated-read", "website"].includes(resource.text("acl")) &&
    !resource.texts("accessControlPolicy.grants.grantee.uri").some((uri) => uri.endsWith("/AllUsers")) &&
    !statementsOf(resource).some((statement) => isPublic(statement) && coversAction(statement, "s3:GetObject")),
};
