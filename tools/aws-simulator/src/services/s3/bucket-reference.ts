import type { ResourceContext } from "../../resource-context";
import type { Reference } from "../../resource-definition";
import type { Refusal } from "../../rule";
import type { WorldObject } from "../../world-object";

export const bucketType = "aws:s3/bucket:Bucket";

/** S3's answer to the name of a bucket that does not exist. */
export function noSuchBucket(name: string): Refusal {
  return {
    code: "NoSuchBucket",
    message: "The specified bucket does not exist",
    remedy: `Create the bucket "${name}" first: give the output \`bucket\` of a Bucket, in the same region.`,
  };
}

/** The input by which every configuration of a bucket names it. */
export const bucketReference: Reference = { path: "bucket", to: bucketType, notFound: noSuchBucket };

/** The bucket that a configuration is about. */
export function bucketOf(context: ResourceContext): WorldObject | undefined {
  const name = context.text("bucket");
  return name === undefined ? undefined : context.find(bucketType, name);
}

/** The id of a configuration: the bucket's name, with the owner when one is expected. */
export function configurationId(context: ResourceContext): string {
  const owner = context.text("expectedBucketOwner");
  const bucket = context.text("bucket") ?? "";
  return owner === undefined || owner === "" ? bucket : `${bucket},${owner}`;
}
