import type * as pulumi from "@pulumi/pulumi";
import type { LogWriterKind } from "./log-writer";

/** A bucket as one of its writers sees it; what the components that log ask for. */
export interface WriterBucket<Kind extends LogWriterKind> {
  /** Who writes here. */
  readonly writerKind: Kind;
  /** The Region that the bucket is in. */
  readonly region: string;
  /** Physical name of the bucket. */
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** `<bucketName>.s3.amazonaws.com`, as CloudFront wants it. */
  readonly domainName: pulumi.Output<string>;
  /** What must exist before the writer is told to log here, and is deleted after it: give it to `dependsOn`. */
  readonly ready: readonly pulumi.Resource[];
}
