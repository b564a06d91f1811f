import type { PropertyMap } from "@org/offline-engine";
import { valueAt } from "../../property-path";
import type { ResourceContext } from "../../resource-context";
import type { WorldObject } from "../../world-object";
import { accountPublicAccessBlockType } from "./account-public-access-block";

export type ObjectOwnership = "BucketOwnerEnforced" | "BucketOwnerPreferred" | "ObjectWriter";

export const ownershipControlsType = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
export const publicAccessBlockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

/**
 * Who owns a bucket's objects. Buckets made since April 2023 have ACLs off until ownership controls turn them on.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function ownershipOf(context: ResourceContext, bucket: WorldObject): ObjectOwnership {
  const controls = context.referrers(ownershipControlsType, bucket)[0];
  const ownership = controls === undefined ? undefined : valueAt(controls.outputs, "rule.objectOwnership");
  // Without controls S3 lets the writer own, as it did before there were any.
  if (controls === undefined && bucket.deletedParts?.includes(ownershipControlsType) === true) return "ObjectWriter";
  return ownership === "BucketOwnerPreferred" || ownership === "ObjectWriter" ? ownership : "BucketOwnerEnforced";
}

/**
 * Whether a switch of Block Public Access is on. All four are on in a bucket made since April 2023, until a
 * configuration says otherwise; what the configuration leaves out, and everything once it is deleted, is off. What the
 * account blocks is blocked in all of its buckets.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function blocksPublic(
  context: ResourceContext,
  bucket: WorldObject,
  setting: "blockPublicAcls" | "blockPublicPolicy",
): boolean {
  if (context.find(accountPublicAccessBlockType, context.accountId)?.outputs[setting] === true) return true;
  const block = context.referrers(publicAccessBlockType, bucket)[0];
  if (block !== undefined) return block.outputs[setting] === true;
  return bucket.deletedParts?.includes(publicAccessBlockType) !== true;
}

/** The settings that a bucket is born with, as the provider reads them back. */
export function bornSettings(ownerId: string): PropertyMap {
  return {
    accelerationStatus: "",
    corsRules: [],
    grants: [{ id: ownerId, permissions: ["FULL_CONTROL"], type: "CanonicalUser", uri: "" }],
    lifecycleRules: [],
    objectLockEnabled: false,
    policy: "",
    requestPayer: "BucketOwner",
    serverSideEncryptionConfiguration: {
      rule: {
        applyServerSideEncryptionByDefault: { kmsMasterKeyId: "", sseAlgorithm: "AES256" },
        bucketKeyEnabled: false,
      },
    },
    versioning: { enabled: false, mfaDelete: false },
  };
}
