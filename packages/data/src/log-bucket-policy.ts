import { partitionOf, servicePrincipal } from "@org/infra-naming";
import { type PolicyDocument, policyDocument, type PolicyStatement } from "./policy-document";

/** The bucket that a policy is for. */
export interface PolicyBucket {
  readonly bucketName: string;
  readonly region: string;
}

/** The one folder that Elastic Load Balancing writes to: the logs of one account, under one prefix. */
export interface AlbDelivery {
  readonly accountId: string;
  readonly prefix?: string;
}

const arnOf = ({ bucketName, region }: PolicyBucket) => `arn:${partitionOf(region)}:s3:::${bucketName}`;

function denyUnlessTls(bucket: PolicyBucket): PolicyStatement[] {
  const everything = [arnOf(bucket), `${arnOf(bucket)}/*`];
  return [
    {
      Sid: "DenyInsecureTransport",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: everything,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Sid: "DenyOutdatedTls",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: everything,
      Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    },
  ];
}

function allowAlbDelivery(bucket: PolicyBucket, { accountId, prefix }: AlbDelivery): PolicyStatement {
  const folder = prefix === undefined ? "" : `${prefix}/`;
  return {
    Sid: "AllowElbLogDelivery",
    Effect: "Allow",
    Principal: { Service: servicePrincipal("logdelivery.elasticloadbalancing", bucket.region) },
    Action: "s3:PutObject",
    // The account in the path binds the statement. AWS documents no aws:SourceArn or aws:SourceAccount for this
    // principal, and load balancers have been refused ("Access Denied for bucket") with them.
    Resource: `${arnOf(bucket)}/${folder}AWSLogs/${accountId}/*`,
  };
}

/**
 * The policy of a log bucket: only over TLS 1.2 or newer, and for load balancers the right to write their own folder.
 * CloudFront needs no statement: it writes by the bucket's ACL. There is no Deny for uploads without encryption
 * headers: the log services send none, the bucket's default encryption applies.
 */
export function logBucketPolicy(bucket: PolicyBucket, albDelivery?: AlbDelivery): PolicyDocument {
  return policyDocument([
    ...denyUnlessTls(bucket),
    ...(albDelivery ? [allowAlbDelivery(bucket, albDelivery)] : []),
  ]);
}
