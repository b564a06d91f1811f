import type { Rule } from "../../rule";

export const publicAclsBlocked: Rule = {
  id: "s3/public-acls-blocked",
  controls: { "CKV_AWS_53": "HIGH" },
  requirement: "Public access blocks refuse public ACLs.",
  subjects: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
  judge: (resource) => resource.isTrue("blockPublicAcls"),
};
