import { nameKey } from "../../object-names";
import type { ResourceContext } from "../../resource-context";
import type { Reference } from "../../resource-definition";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";

export const bucketType = "aws:s3/bucket:Bucket";

/** Tokens of buckets: programs that use the deprecated class send the second. */
export const bucketTypes: readonly string[] = [bucketType, "aws:s3/bucketV2:BucketV2"];

/** The input by which every configuration of a bucket names it; it goes with the bucket. */
export const bucketReference: Reference = { path: "bucket", to: bucketTypes, within: true };

/** The rule that the bucket of a configuration exists. Directory buckets are not simulated, and not looked up. */
export const bucketExists: Rule = {
  id: "s3/bucket-exists",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList",
  cause: "The bucket does not exist in the region.",
  remedy: "Give the output `bucket` of a Bucket of the same region.",
  reads: ["bucket"],
  deploymentOnly: true,
  refuse: (context) => {
    const name = context.text("bucket");
    if (name === undefined || name.endsWith("--x-s3") || name.startsWith("arn:")) return undefined;
    if (bucketTypes.some((type) => context.find(type, name) !== undefined)) return undefined;
    return {
      code: "NoSuchBucket",
      message: "The specified bucket does not exist",
      remedy: `Create the bucket "${name}" in ${context.region} first: give the output \`bucket\` of a Bucket.`,
    };
  },
};

/** The bucket of this name in any region of the account. */
export function bucketNamed(context: ResourceContext, name: string): WorldObject | undefined {
  for (const type of bucketTypes) {
    const bucket = context.named(nameKey(type, "", name))[0];
    if (bucket !== undefined) return bucket;
  }
  return undefined;
}

/** The bucket that a configuration is about. */
export function bucketOf(context: ResourceContext): WorldObject | undefined {
  const name = context.text("bucket");
  return name === undefined ? undefined : bucketNamed(context, name);
}

/** The id of a configuration: the bucket's name, with the owner when one is expected. */
export function configurationId(context: ResourceContext): string {
  const owner = context.text("expectedBucketOwner");
  const bucket = context.text("bucket") ?? "";
  return owner === undefined || owner === "" ? bucket : `${bucket},${owner}`;
}
