import type * as pulumi from "@pulumi/pulumi";

/**
 * The service that writes into a log bucket. It decides ownership, ACL, encryption, public access block and policy:
 * no bucket serves both, because Application Load Balancers write to SSE-S3 buckets only and CloudFront's standard
 * logging writes to buckets with ACLs only.
 */
export type LogWriter =
  | {
      /** Access logs of Application Load Balancers. The bucket is in the load balancer's Region. */
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
  | {
      /** Standard logging (legacy) of CloudFront distributions, the kind that AWS Config and Security Hub look for. */
      readonly kind: "cloudfront";
      /** ARN of the customer managed KMS key that encrypts the logs; its policy must let log delivery use it. */
      readonly kmsKeyArn: pulumi.Input<string>;
    };

export type LogWriterKind = LogWriter["kind"];

/** What a writer asks of its bucket, in the property names of `aws.s3`. */
export interface LogWriterNeeds {
  readonly objectOwnership: "BucketOwnerEnforced" | "BucketOwnerPreferred";
  readonly publicAccessBlock: {
    readonly blockPublicAcls: boolean;
    readonly blockPublicPolicy: boolean;
    readonly ignorePublicAcls: boolean;
    readonly restrictPublicBuckets: boolean;
  };
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html and
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html */
export const logWriterNeeds: Readonly<Record<LogWriterKind, LogWriterNeeds>> = {
  alb: {
    objectOwnership: "BucketOwnerEnforced",
    publicAccessBlock: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  },
  cloudfront: {
    // CloudFront grants itself access by the bucket's ACL; with BucketOwnerEnforced there is none and AWS refuses the
    // distribution: "The S3 bucket that you specified for CloudFront logs does not enable ACL access".
    objectOwnership: "BucketOwnerPreferred",
    publicAccessBlock: {
      // CloudFront writes the bucket's ACL when logging is switched on, and an ACL with each log file: nothing may
      // stand between it and them. Nobody else is let in: the ACL names two grantees, and the policy stays blocked.
      blockPublicAcls: false,
      ignorePublicAcls: false,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    },
  },
};
