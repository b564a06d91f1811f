import { describeReadme } from "@org/readme-examples";
import { resolve } from "node:path";

describeReadme(resolve(__dirname, "../README.md"), {
  "Smallest example": {
    types: { "aws:kms/key:Key": 1, "aws:kms/alias:Alias": 1, "aws:dynamodb/table:Table": 1 },
    outputs: { tableName: "shop-dev-orders" },
  },
  "Realistic example": {
    types: {
      "aws:kms/key:Key": 1,
      "aws:kms/replicaKey:ReplicaKey": 1,
      "aws:kms/alias:Alias": 2,
      "aws:dynamodb/table:Table": 1,
      "aws:appautoscaling/target:Target": 4,
      "aws:appautoscaling/policy:Policy": 4,
      "aws:backup/vault:Vault": 1,
      "aws:backup/plan:Plan": 1,
      "aws:backup/selection:Selection": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/policy:Policy": 1,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretPolicy:SecretPolicy": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:s3/bucket:Bucket": 3,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 3,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 3,
      "aws:s3/bucketAcl:BucketAcl": 1,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 3,
      "aws:s3/bucketPolicy:BucketPolicy": 3,
      "aws:s3/bucketVersioning:BucketVersioning": 3,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 3,
      "aws:s3/bucketNotification:BucketNotification": 3,
      "aws:s3/bucketLogging:BucketLogging": 2,
    },
    outputs: {
      tableName: "shop-dev-orders",
      vaultName: "shop-dev-backups",
      edgeKeyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\/mrk-/),
      logBuckets: ["shop-dev-logs", "shop-dev-cloudfront-logs"],
      grants: ["ReadOrders", "DecryptOrders", "ReadApp", "DecryptApp"],
    },
  },
  "`BackupPlan`": {
    types: {
      "aws:kms/key:Key": 1,
      "aws:kms/alias:Alias": 1,
      "aws:dynamodb/table:Table": 1,
      "aws:backup/vault:Vault": 1,
      "aws:backup/plan:Plan": 1,
      "aws:backup/selection:Selection": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/policy:Policy": 1,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
    },
    outputs: { vaultName: "shop-dev-backups" },
  },
});
