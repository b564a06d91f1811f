import { childName, Naming } from "@org/infra-naming";
import * as cloudfront from "@pulumi/aws/cloudfront";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { type LogBucketPlan, planLogBucket } from "./log-bucket-plan";
import { logBucketPolicy } from "./log-bucket-policy";
import { logBucketName } from "./log-bucket-settings";
import { type LogWriter, type LogWriterKind, s3ServerLogFolder } from "./log-writer";
import type { LogRetention } from "./log-retention";
import type { Profile } from "./profile";
import type { WriterBucket } from "./writer-bucket";

/** Who writes: one service, or several that can share a bucket. */
export type LogWriters<Kind extends LogWriterKind> =
  | {
      /** Who writes here; all settings of the bucket follow from it. */
      readonly writer: LogWriter & { readonly kind: Kind };
      readonly writers?: undefined;
    }
  | {
      /** Several that can share a bucket: ACLs on or off, and one encryption, for all of them. */
      readonly writers: readonly (LogWriter & { readonly kind: Kind })[];
      readonly writer?: undefined;
    };

/** Arguments of `LogBucket`: `writer` or `writers`, from which the settings of the bucket follow, and these. */
export type LogBucketArgs<Kind extends LogWriterKind = LogWriterKind> = LogBucketSettingsArgs & LogWriters<Kind>;

/** What a `LogBucket` takes besides its writers. */
export interface LogBucketSettingsArgs {
  /** The Region the bucket lives in, for example `us-east-1`; it may be another one than the provider's. */
  readonly region: string;
  /**
   * When logs move to cheaper storage and when they go.
   * @default STANDARD_IA after 30 days, GLACIER after 60, gone after 365; noncurrent versions gone after 30
   */
  readonly retention?: LogRetention;
  /**
   * Where S3 logs the requests to this bucket: a `LogBucket` of the same Region with a writer of kind "s3-server",
   * which has no access logs of its own, or each log would be logged without end.
   * @default none: who reads the logs is not recorded
   */
  readonly accessLogs?: Pick<WriterBucket<"s3-server">, "writerKind" | "region" | "bucketName" | "ready">;
  /**
   * `production` refuses to delete a bucket that holds logs; `ephemeral` deletes them with it.
   * @default "production"
   */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * A bucket for the logs of an AWS service, or of several, with everything they need to write and nobody else to read.
 * Its name is `<project>-<environment>-<name>`, after `aws-waf-logs-` where WAF writes. Object-created events go to
 * EventBridge.
 *
 * A writer checks the bucket the moment it is told to log, so it depends on `ready`.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
 */
export class LogBucket<Kind extends LogWriterKind = LogWriterKind>
  extends pulumi.ComponentResource
  implements WriterBucket<Kind>
{
  /** Who writes here. As a type it keeps the bucket of one service from being given to another; see also `for`. */
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
  /** Absent where `accessLogs` are not asked for. */
  readonly logging?: s3.BucketLogging;
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly domainName: pulumi.Output<string>;
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: LogBucketArgs<Kind>, opts?: pulumi.ComponentResourceOptions) {
    const plan = planLogBucket(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:data:LogBucket", name, {}, opts);
    const writers: readonly (LogWriter & { readonly kind: Kind })[] = args.writer ? [args.writer] : args.writers;
    const bucketName = logBucketName(naming, name, writers.map(({ kind }) => kind));

    this.writerKind = writers[0].kind;
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
    this.acl =
      plan.objectOwnership === "BucketOwnerPreferred" ? this.grantLogDelivery(name, this.ownershipControls) : undefined;
    this.encryption = this.encrypt(name, plan, this.acl ?? this.ownershipControls);
    this.policy = this.allowWriters(name, bucketName, plan, this.encryption);
    this.versioning = this.keepVersions(name, this.policy);
    this.lifecycle = this.expireLogs(name, plan, this.versioning);
    this.notification = this.sendEvents(name, this.lifecycle);
    this.logging = args.accessLogs && this.logAccess(name, args.accessLogs, this.notification);

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
      ...(this.logging ? [this.logging] : []),
    ];
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn, domainName: this.domainName });
  }

  /** The bucket as one of its writers sees it, for the component that asks for a bucket of that writer. */
  for<One extends Kind>(writerKind: One): WriterBucket<One> {
    const { region, bucketName, arn, domainName, ready } = this;
    return { writerKind, region, bucketName, arn, domainName, ready };
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

  /** With a KMS key S3 asks KMS once per bucket key, not once per log file. */
  private encrypt(name: string, { kmsKeyArn }: LogBucketPlan, previous: pulumi.Resource) {
    const rule =
      kmsKeyArn === undefined
        ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
        : {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
            bucketKeyEnabled: true,
          };
    return new s3.BucketServerSideEncryptionConfiguration(
      childName(name, "encryption"),
      { ...this.target(), rules: [rule] },
      this.after(previous),
    );
  }

  private allowWriters(name: string, bucketName: string, { writers }: LogBucketPlan, previous: pulumi.Resource) {
    const { region } = this;
    // Keys stay out of it: a policy that waits for a key which it does not name could not be shown in a preview.
    const policyWriters = writers.map((writer) => ({
      kind: writer.kind,
      prefix: "prefix" in writer ? writer.prefix : undefined,
      accountId: writer.kind === "alb" ? writer.accountId : undefined,
      scope: writer.kind === "waf" ? writer.scope : undefined,
    }));
    const accountId = getCallerIdentityOutput({}, { parent: this }).accountId;
    const document = pulumi
      .output({ accountId, policyWriters })
      .apply((known) => logBucketPolicy({ bucketName, region, accountId: known.accountId }, known.policyWriters));
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

  /** Into a folder of this bucket's own: a prefix is all that tells the logs of several buckets apart. */
  private logAccess(name: string, accessLogs: NonNullable<LogBucketArgs["accessLogs"]>, previous: pulumi.Resource) {
    return new s3.BucketLogging(
      childName(name, "logging"),
      {
        ...this.target(),
        targetBucket: accessLogs.bucketName,
        targetPrefix: pulumi.interpolate`${s3ServerLogFolder}/${this.bucket.bucket}/`,
      },
      { parent: this, dependsOn: [previous, ...accessLogs.ready] },
    );
  }
}
