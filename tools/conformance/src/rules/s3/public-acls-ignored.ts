import type { Rule } from "../../rule";

export const publicAclsIgnored: Rule = {
  id: "s3/public-acls-ignored",
  controls: { "CKV_AWS_55": "HIGH" },
  requirement: "Public access blocks ignore public ACLs.",
  subjects: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
  judge: (resource) => resource.isTrue("ignorePublicAcls"),
};
