import { childName, Naming } from "@org/infra-naming";
import * as cloudfront from "@pulumi/aws/cloudfront";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { type LogBucketPlan, type LogRetention, planLogBucket } from "./log-bucket-plan";
import { logBucketPolicy } from "./log-bucket-policy";
import type { LogWriter, LogWriterKind } from "./log-writer";
import type { Profile } from "./profile";

/** Arguments of `LogBucket`. */
export interface LogBucketArgs<Kind extends LogWriterKind = LogWriterKind> {
  /** The service that writes the logs; the settings of the bucket follow from it. */
  readonly writer: LogWriter & { readonly kind: Kind };
  /** The Region the bucket lives in, for example `us-east-1`; it may be another one than the provider's. */
  readonly region: string;
  /**
   * When logs move to cheaper storage and when they go.
   * @default STANDARD_IA after 30 days, GLACIER after 60, gone after 365; noncurrent versions gone after 30
   */
  readonly retention?: LogRetention;
  /**
   * `production` refuses to delete a bucket that holds logs; `ephemeral` deletes them with it.
   * @default "production"
   */
  readonly profile?: Profile;
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. */
  readonly tags?: Record<string, string>;
}

/**
 * A bucket for the logs of one AWS service, with everything that service needs to write and nobody else to read.
 * Its name is `<project>-<environment>-<name>`. Object-created events go to EventBridge.
 *
 * A writer checks the bucket the moment it is told to log, so it depends on `ready`.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export class LogBucket<Kind extends LogWriterKind = LogWriterKind> extends pulumi.ComponentResource {
  /** Who writes here. As a type it keeps the bucket of one service from being given to another. */
  readonly writerKind: Kind;
  readonly region: string;
  readonly bucket: s3.Bucket;
  readonly publicAccessBlock: s3.BucketPublicAccessBlock;
  readonly ownershipControls: s3.BucketOwnershipControls;
  /** Absent where the writer needs no ACL. */
  readonly acl?: s3.BucketAcl;
  readonly encryption: s3.BucketServerSideEncryptionConfiguration;
  readonly policy: s3.BucketPolicy;
  readonly versioning: s3.BucketVersioning;
  readonly lifecycle: s3.BucketLifecycleConfiguration;
  readonly notification: s3.BucketNotification;
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** `<bucketName>.s3.amazonaws.com`, as CloudFront wants it. */
  readonly domainName: pulumi.Output<string>;
  /** What must exist before the writer is told to log here, and is deleted after it: give it to `dependsOn`. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: LogBucketArgs<Kind>, opts?: pulumi.ComponentResourceOptions) {
    const plan = planLogBucket(name, args);
    super("org:data:LogBucket", name, {}, opts);
    const naming = args.naming ?? Naming.ofStack();
    const bucketName = naming.physicalName("aws:s3/bucket:Bucket", name);

    this.writerKind = args.writer.kind;
    this.region = args.region;
    this.bucket = new s3.Bucket(
      childName(name, "bucket"),
      {
        region: this.region,
        bucket: bucketName,
        forceDestroy: plan.forceDestroy,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
    // S3 answers OperationAborted to two configuration calls at a time, so each waits for the one before. The order
    // closes the bucket first, and lets no policy or ACL be written before the setting that it depends on.
    this.publicAccessBlock = this.blockPublicAccess(name, plan, this.bucket);
    this.ownershipControls = this.ownObjects(name, plan, this.publicAccessBlock);
    this.acl = args.writer.kind === "cloudfront" ? this.grantLogDelivery(name, this.ownershipControls) : undefined;
    this.encryption = this.encrypt(name, args.writer, this.acl ?? this.ownershipControls);
    this.policy = this.allowOnlyTls(name, bucketName, args, this.encryption);
    this.versioning = this.keepVersions(name, this.policy);
    this.lifecycle = this.expireLogs(name, plan, this.versioning);
    this.notification = this.sendEvents(name, this.lifecycle);

    this.bucketName = this.bucket.bucket;
    this.arn = this.bucket.arn;
    this.domainName = this.bucket.bucketDomainName;
    this.ready = [
      this.bucket,
      this.publicAccessBlock,
      this.ownershipControls,
      ...(this.acl ? [this.acl] : []),
      this.encryption,
      this.policy,
      this.versioning,
      this.lifecycle,
      this.notification,
    ];
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn, domainName: this.domainName });
  }

  /** What every configuration of the bucket names: it, and its Region, which may be another than the provider's. */
  private target() {
    return { region: this.region, bucket: this.bucket.bucket };
  }

  private after(resource: pulumi.Resource): pulumi.CustomResourceOptions {
    return { parent: this, dependsOn: [resource] };
  }

  private blockPublicAccess(name: string, plan: LogBucketPlan, previous: pulumi.Resource) {
    return new s3.BucketPublicAccessBlock(
      childName(name, "public-access-block"),
      { ...this.target(), ...plan.publicAccessBlock },
      this.after(previous),
    );
  }

  private ownObjects(name: string, plan: LogBucketPlan, previous: pulumi.Resource) {
    return new s3.BucketOwnershipControls(
      childName(name, "ownership-controls"),
      { ...this.target(), rule: { objectOwnership: plan.objectOwnership } },
      this.after(previous),
    );
  }

  /** CloudFront writes exactly these two grants when logging is switched on; declaring both leaves no drift. */
  private grantLogDelivery(name: string, previous: pulumi.Resource) {
    const owner = s3.getCanonicalUserIdOutput({ parent: this }).id;
    const awslogsdelivery = cloudfront.getLogDeliveryCanonicalUserIdOutput(
      { region: this.region },
      { parent: this },
    ).id;
    return new s3.BucketAcl(
      childName(name, "acl"),
      {
        ...this.target(),
        accessControlPolicy: {
          owner: { id: owner },
          grants: [owner, awslogsdelivery].map((id) => ({
            grantee: { type: "CanonicalUser", id },
            permission: "FULL_CONTROL",
          })),
        },
      },
      this.after(previous),
    );
  }

  /** Elastic Load Balancing takes SSE-S3 only; CloudFront takes a customer managed key, and pays KMS once per bucket key. */
  private encrypt(name: string, writer: LogWriter, previous: pulumi.Resource) {
    return new s3.BucketServerSideEncryptionConfiguration(
      childName(name, "encryption"),
      {
        ...this.target(),
        rules: [
          writer.kind === "cloudfront"
            ? {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: writer.kmsKeyArn },
                bucketKeyEnabled: true,
              }
            : { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
      this.after(previous),
    );
  }

  private allowOnlyTls(name: string, bucketName: string, args: LogBucketArgs<Kind>, previous: pulumi.Resource) {
    const { region } = args;
    const writer: LogWriter = args.writer;
    const document =
      writer.kind === "alb"
        ? pulumi
            .output(writer.accountId ?? getCallerIdentityOutput({}, { parent: this }).accountId)
            .apply((accountId) => logBucketPolicy({ bucketName, region }, { accountId, prefix: writer.prefix }))
        : pulumi.output(logBucketPolicy({ bucketName, region }));
    return new s3.BucketPolicy(
      childName(name, "policy"),
      { ...this.target(), policy: pulumi.jsonStringify(document) },
      this.after(previous),
    );
  }

  private keepVersions(name: string, previous: pulumi.Resource) {
    return new s3.BucketVersioning(
      childName(name, "versioning"),
      { ...this.target(), versioningConfiguration: { status: "Enabled" } },
      this.after(previous),
    );
  }

  private expireLogs(name: string, { retention }: LogBucketPlan, previous: pulumi.Resource) {
    return new s3.BucketLifecycleConfiguration(
      childName(name, "lifecycle"),
      {
        ...this.target(),
        // AWS's default since 2024, said aloud: left out, it shows up as a difference on older buckets.
        transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
        rules: [
          {
            id: "archive-and-expire",
            status: "Enabled",
            filter: {},
            transitions: [
              { days: retention.infrequentAccessAfterDays, storageClass: "STANDARD_IA" },
              { days: retention.glacierAfterDays, storageClass: "GLACIER" },
            ],
            expiration: { days: retention.expireAfterDays },
            noncurrentVersionExpiration: { noncurrentDays: retention.noncurrentDays },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      this.after(previous),
    );
  }

  /** A bucket has one notification configuration, so its owner is the bucket's component, not the rules that listen. */
  private sendEvents(name: string, previous: pulumi.Resource) {
    return new s3.BucketNotification(
      childName(name, "notification"),
      { ...this.target(), eventbridge: true },
      this.after(previous),
    );
  }
}
