import { callerArn } from "../../caller";
import { parsePolicyDocument } from "../../iam/policy-document";
import type { PolicyDocument } from "../../iam/policy-document";
import { documentRule, policyText, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import { foreignResource, unfittingAction } from "./bucket-policy-resources";
import { bucketExists, bucketOf, bucketReference } from "./bucket-reference";
import { blocksPublic } from "./bucket-settings";
import { publicStatement } from "./public-policy";

/** Type token of the policy that a bucket has; there is one at most. */
export const bucketPolicyType = "aws:s3/bucketPolicy:BucketPolicy";

const languagePage = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html";

function documentOf(context: ResourceContext): PolicyDocument {
  return parsePolicyDocument(policyText(context.inputs, "policy") ?? "");
}

const ofThisBucket: Rule = {
  id: "s3/bucket-policy-of-this-bucket",
  source: languagePage,
  cause: "A bucket policy speaks about its own bucket and the objects in it only.",
  remedy: "Build the resources from the `arn` of this bucket: the ARN itself, and the ARN followed by /*.",
  reads: ["bucket", "policy"],
  refuse: (context): Refusal | undefined => {
    const resource = foreignResource(documentOf(context), context.text("bucket") ?? "");
    if (resource === undefined) return undefined;
    return {
      code: "MalformedPolicy",
      message: "Policy has invalid resource",
      remedy: `"${resource}" is not the bucket "${context.text("bucket") ?? ""}" or in it: build the resources from the bucket's \`arn\`.`,
    };
  },
};

const actionFitsResource: Rule = {
  id: "s3/bucket-policy-action-fits-resource",
  source: languagePage,
  cause: "Object actions need the ARN of objects (bucket/*), bucket actions that of the bucket.",
  remedy: "Give both ARNs, or a statement for each.",
  reads: ["policy"],
  refuse: (context): Refusal | undefined => {
    const action = unfittingAction(documentOf(context));
    if (action === undefined) return undefined;
    return {
      code: "MalformedPolicy",
      message: "Action does not apply to any resource(s) in statement",
      remedy: `"${action}" means ${/bucket/i.test(action) ? "the bucket: add the bucket's ARN" : "objects: add the bucket's ARN followed by /*"} to the resources of its statement.`,
    };
  },
};

const notPublic: Rule = {
  id: "s3/bucket-policy-not-public",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  cause: "BlockPublicPolicy is on, as it is in every bucket made since April 2023, and a statement allows everybody.",
  remedy: "Name the principals, or narrow the statement by aws:SourceAccount, aws:SourceArn, aws:SourceVpce or aws:PrincipalOrgID.",
  reads: ["bucket", "policy"],
  // The public access block may be changed by an earlier step of the run.
  deploymentOnly: true,
  refuse: (context): Refusal | undefined => {
    const bucket = bucketOf(context);
    if (bucket === undefined || !blocksPublic(context, bucket, "blockPublicPolicy")) return undefined;
    if (publicStatement(documentOf(context)) === undefined) return undefined;
    return {
      code: "AccessDenied",
      message: `User: ${callerArn(context)} is not authorized to perform: s3:PutBucketPolicy on resource: "${bucket.arn ?? bucket.id}" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
    };
  },
};

export const bucketPolicy = defineResource({
  type: bucketPolicyType,
  comparisons: { policy: "json" },
  references: [bucketReference],
  rules: [
    bucketExists,
    documentRule("s3/bucket-policy-form", "bucket", "policy"),
    principalsRule("s3/bucket-policy-principals-exist", "bucket", "policy", () => "Invalid principal in policy"),
    ofThisBucket,
    actionFitsResource,
    notPublic,
  ],
  create: (context) => ({ id: context.text("bucket") ?? "" }),
});
