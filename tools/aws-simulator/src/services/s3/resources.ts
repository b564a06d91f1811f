import type { ResourceDefinition } from "../../resource-definition";
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

export const s3Resources: readonly ResourceDefinition[] = [
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
