import { oneOfRule } from "../../constraint-rules";
import { valueAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { bucketAclTypes, grantsToOthers } from "./bucket-acl";
import { bucketExists, bucketOf, bucketReference } from "./bucket-reference";
import { ownershipControlsType } from "./bucket-settings";
import { canonicalUserId } from "../../functions/get-canonical-user-id";

const ownershipPage = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html";

const noForeignGrants: Rule = {
  id: "s3/ownership-enforced-without-acl-grants",
  source: "https://github.com/aws/aws-cdk/issues/25291",
  cause: "The bucket's ACL grants something to others, which BucketOwnerEnforced does not allow.",
  remedy: "Set the ACL to private first, or keep BucketOwnerPreferred.",
  reads: ["bucket", "rule"],
  deploymentOnly: true,
  refuse: (context) => {
    if (valueAt(context.inputs, "rule.objectOwnership") !== "BucketOwnerEnforced") return undefined;
    const bucket = bucketOf(context);
    const acl = bucket === undefined ? undefined : bucketAclTypes.flatMap((type) => context.referrers(type, bucket))[0];
    if (acl === undefined || !grantsToOthers(acl.inputs, canonicalUserId(context.accountId))) return undefined;
    return {
      code: "InvalidBucketAclWithObjectOwnership",
      message: "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    };
  },
};

export const bucketOwnershipControls = defineResource({
  type: ownershipControlsType,
  references: [bucketReference],
  remembered: true,
  rules: [
    bucketExists,
    oneOfRule({
      id: "s3/object-ownership",
      source: ownershipPage,
      path: "rule.objectOwnership",
      member: "ObjectOwnership",
      code: "MalformedXML",
      message: () => "The XML you provided was not well-formed or did not validate against our published schema",
      values: ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"],
    }),
    noForeignGrants,
  ],
  create: (context) => ({ id: context.text("bucket") ?? "" }),
});
