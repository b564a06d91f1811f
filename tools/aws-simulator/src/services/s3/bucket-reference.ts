import { nameKey } from "../../object-names";
import type { ResourceContext } from "../../resource-context";
import type { Reference } from "../../resource-definition";
import type { Refusal } from "../../rule";
import type { WorldObject } from "../../world-object";

export const bucketType = "aws:s3/bucket:Bucket";

/** Tokens of buckets: programs that use the deprecated class send the second. */
export const bucketTypes: readonly string[] = [bucketType, "aws:s3/bucketV2:BucketV2"];

/** S3's answer to the name of a bucket that does not exist. */
export function noSuchBucket(name: string): Refusal {
  return {
    code: "NoSuchBucket",
    message: "The specified bucket does not exist",
    remedy: `Create the bucket "${name}" first: give the output \`bucket\` of a Bucket, in the same region.`,
  };
}

/** The input by which every configuration of a bucket names it. */
export const bucketReference: Reference = { path: "bucket", to: bucketTypes, notFound: noSuchBucket };

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
