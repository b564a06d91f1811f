import { valueAt } from "../../property-path";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { bucketNamed } from "../s3/bucket-reference";
import { ownershipOf } from "../s3/bucket-settings";

const loggingPage = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html";

/** Regions whose buckets CloudFront's legacy logging does not deliver to. Source: the page above. */
const unservedRegions = new Set([
  "af-south-1",
  "ap-east-1",
  "ap-south-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ca-west-1",
  "eu-central-2",
  "eu-south-1",
  "eu-south-2",
  "il-central-1",
  "me-central-1",
  "me-south-1",
]);

function logDomain(context: ResourceContext): string | undefined {
  const domain = valueAt(context.inputs, "loggingConfig.bucket");
  return typeof domain === "string" && domain !== "" ? domain : undefined;
}

/** The log bucket, when it is one of this account. */
function logBucket(context: ResourceContext): WorldObject | undefined {
  const name = /^(.+?)\.s3[.-]/.exec(logDomain(context) ?? "")?.[1];
  return name === undefined ? undefined : bucketNamed(context, name);
}

const isBucketDomain: Rule = {
  id: "cloudfront/logging-bucket-is-domain-name",
  source: loggingPage,
  cause: "The log bucket is named by its domain name.",
  remedy: "Give the `bucketDomainName` of the bucket: <name>.s3.amazonaws.com.",
  reads: ["loggingConfig"],
  refuse: (context) => {
    const domain = logDomain(context);
    if (domain === undefined || /^.+\.s3[.-].*amazonaws\./.test(domain)) return undefined;
    return { code: "InvalidArgument", message: "The parameter Logging Bucket does not refer to a valid S3 bucket." };
  },
};

const aclsAreOn: Rule = {
  id: "cloudfront/logging-bucket-needs-acls-on",
  source: "https://github.com/aws/aws-cdk/issues/25291",
  cause: "CloudFront adds a grant to the bucket's ACL, and object ownership BucketOwnerEnforced, with which buckets are born, turns ACLs off.",
  remedy:
    "Create BucketOwnershipControls with BucketOwnerPreferred for the log bucket, and let the distribution depend on them.",
  reads: ["loggingConfig"],
  // The ownership controls may be made by an earlier step of the run.
  deploymentOnly: true,
  refuse: (context) => {
    const bucket = logBucket(context);
    if (bucket === undefined || ownershipOf(context, bucket) !== "BucketOwnerEnforced") return undefined;
    return {
      code: "InvalidArgument",
      message: `The S3 bucket that you specified for CloudFront logs does not enable ACL access: ${logDomain(context) ?? ""}`,
    };
  },
};

const servedRegion: Rule = {
  id: "cloudfront/logging-bucket-region",
  source: "https://github.com/aws/aws-cdk/issues/33297",
  cause: "CloudFront's legacy logging does not deliver to buckets of this region.",
  remedy: "Keep the log bucket in another region, or use standard logging v2 (LogDelivery).",
  reads: ["loggingConfig"],
  refuse: (context) => {
    const bucket = logBucket(context);
    if (bucket === undefined || !unservedRegions.has(bucket.region)) return undefined;
    return {
      code: "AccessDenied",
      message: `You don't have permission to access the S3 bucket for CloudFront logs: ${logDomain(context) ?? ""}`,
      remedy: `Buckets of ${bucket.region} are not served: keep the log bucket in another region, or use standard logging v2 (LogDelivery).`,
    };
  },
};

/** What CloudFront refuses in legacy standard logging. */
export const loggingRules: readonly Rule[] = [isBucketDomain, servedRegion, aclsAreOn];
