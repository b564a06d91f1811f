import type * as pulumi from "@pulumi/pulumi";

/** Access logs of Application Load Balancers. The bucket is in the load balancer's Region. */
export interface AlbLogWriter {
  readonly kind: "alb";
  /**
   * Folder of the logs, as given to the load balancer; without slash at either end.
   * @default the root of the bucket
   */
  readonly prefix?: string;
  /**
   * The account of the load balancers.
   * @default the account of the provider
   */
  readonly accountId?: pulumi.Input<string>;
}

/** Standard logging (legacy) of CloudFront distributions, the kind that AWS Config and Security Hub look for. */
export interface CloudFrontLogWriter {
  readonly kind: "cloudfront";
  /** ARN of the customer managed KMS key that encrypts the logs; its policy must let log delivery use it. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /**
   * Turns on the two halves of the public access block that are about ACLs, for accounts that are checked for all
   * four (Security Hub S3.8). To S3 an ACL is public when it grants something to `AllUsers` or `AuthenticatedUsers`;
   * CloudFront grants to the canonical user `awslogsdelivery`, so both halves let it pass.
   * @default false
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
   */
  readonly blockPublicAcls?: boolean;
}

/** What the log delivery service, `delivery.logs.amazonaws.com`, writes for the account of the provider. */
interface DeliveredLogs {
  /**
   * ARN of a customer managed KMS key that encrypts the logs; its policy must let log delivery use it.
   * @default SSE-S3
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
}

/** Delivered logs whose source can be given a folder. */
interface DeliveredIntoFolder extends DeliveredLogs {
  /**
   * Folder before `AWSLogs`, as given to the source; without slash at either end.
   * @default the root of the bucket
   */
  readonly prefix?: string;
}

/**
 * Standard logging (v2) of CloudFront distributions; the bucket may be in any Region. It has no folder of its own: with one
 * CloudFront writes outside `AWSLogs/<account>/`, the path that ties the policy to the account.
 */
export interface CloudFrontV2LogWriter extends DeliveredLogs {
  readonly kind: "cloudfront-v2";
}

/** Logs of web ACLs. The bucket's name starts with `aws-waf-logs-`, which WAF asks for. */
export interface WafLogWriter extends DeliveredIntoFolder {
  readonly kind: "waf";
  /**
   * What the web ACLs protect: CloudFront, whose logs come from us-east-1, or resources of the bucket's Region.
   * @default "cloudfront"
   */
  readonly scope?: "cloudfront" | "regional";
}

/** Flow logs of VPCs in the bucket's Region. */
export interface FlowLogsWriter extends DeliveredIntoFolder {
  readonly kind: "flow-logs";
}

/** Server access logs of the account's other buckets in the same Region, under `s3-access-logs/<bucket>/`. */
export interface S3ServerLogWriter {
  readonly kind: "s3-server";
}

/** A service that writes into a log bucket. It decides ownership, ACL, encryption, name, public access and policy. */
export type LogWriter =
  | AlbLogWriter
  | CloudFrontLogWriter
  | CloudFrontV2LogWriter
  | WafLogWriter
  | S3ServerLogWriter
  | FlowLogsWriter;

export type LogWriterKind = LogWriter["kind"];

/** What a writer asks of its bucket. */
export interface LogWriterNeeds {
  /** The service's name in a sentence. */
  readonly called: string;
  /** Whether it writes by the bucket's ACL; everybody else writes by the bucket's policy, and ACLs are off. */
  readonly usesAcl: boolean;
  /** Whether it writes into buckets with SSE-S3 alone, or into those with a customer managed KMS key as well. */
  readonly takesKmsKey: boolean;
  /** What the bucket's name has to start with. */
  readonly namePrefix?: string;
}

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html,
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html,
 * https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html and
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 */
export const logWriterNeeds: Readonly<Record<LogWriterKind, LogWriterNeeds>> = {
  alb: { called: "Elastic Load Balancing", usesAcl: false, takesKmsKey: false },
  cloudfront: { called: "CloudFront's standard logging (legacy)", usesAcl: true, takesKmsKey: true },
  "cloudfront-v2": { called: "CloudFront's standard logging (v2)", usesAcl: false, takesKmsKey: true },
  waf: { called: "WAF", usesAcl: false, takesKmsKey: true, namePrefix: "aws-waf-logs-" },
  "s3-server": { called: "S3 server access logging", usesAcl: false, takesKmsKey: false },
  "flow-logs": { called: "VPC flow logs", usesAcl: false, takesKmsKey: true },
};

/** Folder of all server access logs in a bucket that receives them, without slash at either end. */
export const s3ServerLogFolder = "s3-access-logs";

/** The key that a writer asks for; undefined where it asks for none or takes none. */
export function kmsKeyOf(writer: LogWriter): pulumi.Input<string> | undefined {
  return "kmsKeyArn" in writer ? writer.kmsKeyArn : undefined;
}
