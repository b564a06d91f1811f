import type { Rule } from "../../rule";

export const noGrantToAnyAccount: Rule = {
  id: "s3/no-grant-to-any-account",
  controls: { "CKV2_AWS_43": "UNKNOWN" },
  requirement: "No ACL grants anything to every AWS account.",
  subjects: ["aws:s3/bucketAcl:BucketAcl"],
  judge: (resource) =>
    resource.text("acl") !== "authenticated-read" &&
    !resource.texts("accessControlPolicy.grants.grantee.uri").some((uri) => uri.endsWith("/AuthenticatedUsers")),
};
