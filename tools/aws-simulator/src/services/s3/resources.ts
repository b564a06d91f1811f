import type { ResourceDefinition } from "../../resource-definition";
import { s3Schemas } from "../../resource-schemas/s3";
import { accountPublicAccessBlock } from "./account-public-access-block";
import { bucket } from "./bucket";
import { bucketAcl } from "./bucket-acl";
import { bucketServerSideEncryptionConfiguration } from "./bucket-encryption";
import { bucketLifecycleConfiguration } from "./bucket-lifecycle-configuration";
import { bucketLogging } from "./bucket-logging";
import { bucketNotification } from "./bucket-notification";
import { bucketOwnershipControls } from "./bucket-ownership-controls";
import { bucketPolicy } from "./bucket-policy";
import { bucketPublicAccessBlock } from "./bucket-public-access-block";
import { bucketVersioning } from "./bucket-versioning";

const current: readonly ResourceDefinition[] = [
  accountPublicAccessBlock,
  bucket,
  bucketAcl,
  bucketLifecycleConfiguration,
  bucketLogging,
  bucketNotification,
  bucketOwnershipControls,
  bucketPolicy,
  bucketPublicAccessBlock,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
];

/** Types whose deprecated class `...V2` is still in the SDK, and sends a token of its own. */
const renamed = new Set<ResourceDefinition>([
  bucket,
  bucketAcl,
  bucketLifecycleConfiguration,
  bucketLogging,
  bucketServerSideEncryptionConfiguration,
  bucketVersioning,
]);

/** `aws:s3/bucket:Bucket` -> `aws:s3/bucketV2:BucketV2`. */
function underDeprecatedToken(definition: ResourceDefinition): ResourceDefinition {
  const schema = s3Schemas[definition.type];
  return {
    ...definition,
    type: definition.type.replace(/:(\w+)$/, "V2:$1V2"),
    ...(schema === undefined ? {} : { schema }),
  };
}

export const s3Resources: readonly ResourceDefinition[] = [
  ...current,
  ...current.filter((definition) => renamed.has(definition)).map(underDeprecatedToken),
];
