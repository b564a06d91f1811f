import type { ArgumentProblem, Naming } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { kmsKeyOf, type LogWriter, type LogWriterKind, logWriterNeeds } from "./log-writer";

/** What all writers of one bucket together ask of it, in the property names of `aws.s3`. */
export interface LogBucketSettings {
  readonly objectOwnership: "BucketOwnerEnforced" | "BucketOwnerPreferred";
  readonly publicAccessBlock: {
    readonly blockPublicAcls: boolean;
    readonly blockPublicPolicy: boolean;
    readonly ignorePublicAcls: boolean;
    readonly restrictPublicBuckets: boolean;
  };
  /** Customer managed KMS key; absent for SSE-S3. */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

const needsOf = (writer: LogWriter) => logWriterNeeds[writer.kind];

/**
 * The settings that serve every writer, whatever their order. Writers that {@link writerConflicts} finds nothing about
 * want the same ownership and at most one key, so each setting is decided by any writer that has a say in it.
 */
export function mergedSettings(writers: readonly LogWriter[]): LogBucketSettings {
  const usesAcl = writers.some((writer) => needsOf(writer).usesAcl);
  // CloudFront writes the bucket's ACL when logging is switched on, and an ACL with each log file. Nobody else is let
  // in by leaving ACLs usable: the one of the bucket names two grantees, and public policies stay blocked.
  const blockAcls = !usesAcl || writers.every((writer) => writer.kind === "cloudfront" && writer.blockPublicAcls === true);
  return {
    // CloudFront grants itself access by the ACL; with BucketOwnerEnforced there is none and AWS refuses the
    // distribution: "The S3 bucket that you specified for CloudFront logs does not enable ACL access".
    objectOwnership: usesAcl ? "BucketOwnerPreferred" : "BucketOwnerEnforced",
    publicAccessBlock: {
      blockPublicAcls: blockAcls,
      blockPublicPolicy: true,
      ignorePublicAcls: blockAcls,
      restrictPublicBuckets: true,
    },
    kmsKeyArn: writers.map(kmsKeyOf).find((key) => key !== undefined),
  };
}

/** Why the two cannot write into one bucket; undefined when they can. */
function conflictOf(one: LogWriter, other: LogWriter): string | undefined {
  if (needsOf(one).usesAcl && !needsOf(other).usesAcl) {
    return (
      `${needsOf(one).called} writes by the bucket's ACL and needs BucketOwnerPreferred; ` +
      `a bucket of ${needsOf(other).called} has ACLs off (BucketOwnerEnforced)`
    );
  }
  if (kmsKeyOf(one) !== undefined && !needsOf(other).takesKmsKey) {
    return `${needsOf(one).called} is given a KMS key; ${needsOf(other).called} writes into buckets with SSE-S3 only`;
  }
  return undefined;
}

function keyConflict(one: LogWriter, other: LogWriter): string | undefined {
  const [key, otherKey] = [kmsKeyOf(one), kmsKeyOf(other)];
  if (key === undefined || otherKey === undefined || key === otherKey) return undefined;
  return "a bucket is encrypted with one KMS key, and its writers are given two";
}

function aclBlockConflict(one: LogWriter, other: LogWriter): string | undefined {
  if (one.kind !== "cloudfront" || other.kind !== "cloudfront") return undefined;
  if ((one.blockPublicAcls ?? false) === (other.blockPublicAcls ?? false)) return undefined;
  return "a bucket has one public access block, and its writers disagree about blockPublicAcls";
}

/** Every pair of writers that cannot share a bucket, each with the first reason. */
export function writerConflicts(writers: readonly LogWriter[]): ArgumentProblem[] {
  return writers.flatMap((one, index) =>
    writers.slice(index + 1).flatMap((other): ArgumentProblem[] => {
      const reason =
        conflictOf(one, other) ?? conflictOf(other, one) ?? keyConflict(one, other) ?? aclBlockConflict(one, other);
      if (reason === undefined) return [];
      return [
        {
          argument: "writers",
          rule: `must be able to share one bucket: ${reason}`,
          value: [one.kind, other.kind],
          remedy: "give each of them a LogBucket of its own, or the same settings",
        },
      ];
    }),
  );
}

/**
 * The physical name of a `LogBucket`, for what must know it before the bucket exists: the key that encrypts its logs.
 * @param kinds who writes into it; WAF's logs need the prefix `aws-waf-logs-`
 */
export function logBucketName(naming: Naming, name: string, kinds: readonly LogWriterKind[]): string {
  const prefix = kinds.map((kind) => logWriterNeeds[kind].namePrefix).find((needed) => needed !== undefined);
  return naming.physicalName("aws:s3/bucket:Bucket", name, { prefix });
}
