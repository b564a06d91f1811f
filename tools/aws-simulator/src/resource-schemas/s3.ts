import type { SchemaRow } from "../resource-schema";

export const s3Schemas: Readonly<Record<string, SchemaRow>> = {
  "aws:s3/accessPoint:AccessPoint": {
    required: "bucket",
    outputs: "alias arn domainName endpoints hasPublicAccessPolicy networkOrigin tagsAll",
    computed: "accountId bucketAccountId name policy",
    replaceUnknown: true,
  },
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    replace: "accountId",
    computed: "accountId",
    global: true,
  },
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": {
    required: "bucket",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:s3/bucket:Bucket": {
    replace: "bucketNamespace objectLockEnabled",
    replaceUncertain: "bucket bucketPrefix",
    outputs: "arn bucketDomainName bucketRegion bucketRegionalDomainName hostedZoneId tagsAll websiteDomain websiteEndpoint",
    computed: "accelerationStatus acl bucket bucketNamespace bucketPrefix corsRules grants lifecycleRules logging objectLockConfiguration objectLockEnabled policy replicationConfiguration requestPayer serverSideEncryptionConfiguration versioning website",
  },
  "aws:s3/bucketAbac:BucketAbac": {
    required: "abacStatus bucket",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": {
    required: "bucket status",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketAcl:BucketAcl": {
    required: "bucket",
    replaceUncertain: "bucket expectedBucketOwner",
    computed: "accessControlPolicy",
  },
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": {
    required: "bucket corsRules",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": {
    required: "bucket tierings",
    replaceUncertain: "bucket name",
    computed: "name",
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    required: "bucket",
    replaceUncertain: "bucket expectedBucketOwner",
    computed: "expectedBucketOwner transitionDefaultMinimumObjectSize",
  },
  "aws:s3/bucketLogging:BucketLogging": {
    required: "bucket targetBucket targetPrefix",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration": {
    required: "bucket metadataConfiguration",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketMetric:BucketMetric": {
    required: "bucket",
    replaceUncertain: "bucket name",
    computed: "name",
  },
  "aws:s3/bucketNotification:BucketNotification": {
    required: "bucket",
    replaceUncertain: "bucket",
  },
  "aws:s3/bucketObject:BucketObject": {
    required: "bucket",
    replaceUncertain: "bucket key",
    outputs: "arn tagsAll versionId",
    computed: "bucketKeyEnabled contentType etag key kmsKeyId serverSideEncryption storageClass",
  },
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    required: "bucket",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketObjectv2:BucketObjectv2": {
    required: "bucket",
    replaceUncertain: "bucket key",
    outputs: "arn checksumCrc32 checksumCrc32c checksumCrc64nvme checksumSha1 checksumSha256 tagsAll versionId",
    computed: "acl bucketKeyEnabled contentType etag key kmsKeyId serverSideEncryption storageClass",
  },
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
    required: "bucket rule",
    replaceUncertain: "bucket",
  },
  "aws:s3/bucketPolicy:BucketPolicy": {
    required: "bucket policy",
    replace: "bucket",
  },
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    required: "bucket",
    replaceUncertain: "bucket",
  },
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": {
    required: "bucket role rules",
    replaceUncertain: "bucket",
  },
  "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration": {
    required: "bucket payer",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    required: "bucket rules",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketVersioning:BucketVersioning": {
    required: "bucket versioningConfiguration",
    replaceUncertain: "bucket expectedBucketOwner",
  },
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": {
    required: "bucket",
    replaceUncertain: "bucket expectedBucketOwner",
    outputs: "websiteDomain websiteEndpoint",
    computed: "routingRuleDetails routingRules",
  },
  "aws:s3/directoryBucket:DirectoryBucket": {
    required: "bucket location",
    outputs: "arn tagsAll",
    computed: "dataRedundancy forceDestroy type",
    replaceUnknown: true,
  },
  "aws:s3/filesAccessPoint:FilesAccessPoint": {
    required: "fileSystemId",
    outputs: "arn name ownerId status tagsAll",
    replaceUnknown: true,
  },
  "aws:s3/filesFileSystem:FilesFileSystem": {
    required: "bucket roleArn",
    outputs: "arn creationTime name ownerId status statusMessage tagsAll",
    computed: "kmsKeyId",
    replaceUnknown: true,
  },
  "aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy": {
    required: "fileSystemId policy",
    replaceUnknown: true,
  },
  "aws:s3/filesMountTarget:FilesMountTarget": {
    required: "fileSystemId subnetId",
    outputs: "availabilityZoneId networkInterfaceId ownerId status statusMessage vpcId",
    computed: "ipv4Address ipv6Address securityGroups",
    replaceUnknown: true,
  },
  "aws:s3/filesSynchronizationConfiguration:FilesSynchronizationConfiguration": {
    required: "fileSystemId",
    computed: "latestVersionNumber",
    replaceUnknown: true,
  },
  "aws:s3/inventory:Inventory": {
    required: "bucket destination includedObjectVersions schedule",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:s3/objectCopy:ObjectCopy": {
    required: "bucket key source",
    outputs: "arn checksumCrc32 checksumCrc32c checksumCrc64nvme checksumSha1 checksumSha256 etag expiration lastModified requestCharged sourceVersionId tagsAll versionId",
    computed: "acl bucketKeyEnabled cacheControl contentDisposition contentEncoding contentLanguage contentType customerAlgorithm customerKeyMd5 kmsEncryptionContext kmsKeyId objectLockLegalHoldStatus objectLockMode objectLockRetainUntilDate serverSideEncryption storageClass websiteRedirect",
    replaceUnknown: true,
  },
  "aws:s3/vectorsIndex:VectorsIndex": {
    required: "dataType dimension distanceMetric indexName vectorBucketName",
    outputs: "creationTime indexArn tagsAll",
    computed: "encryptionConfigurations",
    replaceUnknown: true,
  },
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": {
    required: "vectorBucketName",
    outputs: "creationTime tagsAll vectorBucketArn",
    computed: "encryptionConfigurations forceDestroy",
    replaceUnknown: true,
  },
  "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy": {
    required: "policy vectorBucketArn",
    replaceUnknown: true,
  },
};
