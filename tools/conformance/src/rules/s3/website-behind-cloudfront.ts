import { isAllow, isTiedDown, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const websiteBehindCloudfront: Rule = {
  id: "s3/website-behind-cloudfront",
  controls: { "AwsSolutions-S5": "ERROR" },
  requirement: "Buckets that hold a website are read by CloudFront only.",
  subjects: ["aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration"],
  judge: (resource, stack) =>
    stack.of("aws:s3/bucketPolicy:BucketPolicy").some(
      (policy) => policy.text("bucket") === resource.text("bucket") &&
      statementsOf(policy).some(
        (statement) => isAllow(statement) && statement.principals.includes("Service:cloudfront.amazonaws.com") && isTiedDown(statement),
      ),
    ),
};
