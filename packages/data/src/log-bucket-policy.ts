import { partitionOf, servicePrincipal } from "@org/infra-naming";
import { type LogWriter, s3ServerLogFolder } from "./log-writer";
import { type PolicyDocument, policyDocument, type PolicyStatement } from "./policy-document";

/** The bucket that a policy is for, and the account that owns it. */
export interface PolicyBucket {
  readonly bucketName: string;
  readonly region: string;
  readonly accountId: string;
}

/** What a policy has to know about a writer: plain values only. */
export interface PolicyWriter {
  readonly kind: LogWriter["kind"];
  readonly prefix?: string;
  /** Of load balancers: the account that they are in. @default the bucket's */
  readonly accountId?: string;
  /** Of web ACLs. @default "cloudfront" */
  readonly scope?: "cloudfront" | "regional";
}

/** Where CloudFront and its web ACLs are, for everything that they log. */
const edgeRegion = "us-east-1";

const arnOf = ({ bucketName, region }: PolicyBucket) => `arn:${partitionOf(region)}:s3:::${bucketName}`;

const folderOf = (bucket: PolicyBucket, { prefix }: PolicyWriter) =>
  prefix === undefined ? arnOf(bucket) : `${arnOf(bucket)}/${prefix}`;

function denyUnlessTls(bucket: PolicyBucket): PolicyStatement[] {
  const refused = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arnOf(bucket), `${arnOf(bucket)}/*`],
  } as const;
  return [
    { Sid: "DenyInsecureTransport", ...refused, Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Sid: "DenyOutdatedTls", ...refused, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
  ];
}

function allowLoadBalancers(bucket: PolicyBucket, writer: PolicyWriter): PolicyStatement[] {
  return [
    {
      Sid: "AllowElbLogDelivery",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("logdelivery.elasticloadbalancing", bucket.region) },
      Action: "s3:PutObject",
      // The account in the path binds the statement. AWS documents no aws:SourceArn or aws:SourceAccount for this
      // principal, and load balancers have been refused ("Access Denied for bucket") with them.
      Resource: `${folderOf(bucket, writer)}/AWSLogs/${writer.accountId ?? bucket.accountId}/*`,
    },
  ];
}

/** The log delivery service looks at the bucket's ACL before it writes, for sources of the account in one Region. */
function allowDelivery(label: string, sourceRegion: string, bucket: PolicyBucket, writer: PolicyWriter): PolicyStatement[] {
  const { accountId } = bucket;
  const principal = { Service: servicePrincipal("delivery.logs", bucket.region) };
  const ArnLike = { "aws:SourceArn": `arn:${partitionOf(sourceRegion)}:logs:${sourceRegion}:${accountId}:*` };
  const logs = `${folderOf(bucket, writer)}/AWSLogs`;
  return [
    {
      Sid: `Allow${label}Delivery`,
      Effect: "Allow",
      Principal: principal,
      Action: "s3:PutObject",
      // The second folder is that of Hive-compatible paths.
      Resource: [`${logs}/${accountId}/*`, `${logs}/aws-account-id=${accountId}/*`],
      Condition: {
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": accountId },
        ArnLike,
      },
    },
    {
      Sid: `Allow${label}AclCheck`,
      Effect: "Allow",
      Principal: principal,
      Action: "s3:GetBucketAcl",
      Resource: arnOf(bucket),
      Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnLike },
    },
  ];
}

function allowServerAccessLogs(bucket: PolicyBucket): PolicyStatement[] {
  return [
    {
      Sid: "AllowS3ServerAccessLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${arnOf(bucket)}/${s3ServerLogFolder}/*`,
      Condition: { StringEquals: { "aws:SourceAccount": bucket.accountId } },
    },
  ];
}

function allowWafLogs(bucket: PolicyBucket, writer: PolicyWriter): PolicyStatement[] {
  return writer.scope === "regional"
    ? allowDelivery("RegionalWafLog", bucket.region, bucket, writer)
    : allowDelivery("CloudFrontWafLog", edgeRegion, bucket, writer);
}

/** The statements that let one writer write; none where it writes by the bucket's ACL. */
const allowed: Readonly<Record<LogWriter["kind"], (bucket: PolicyBucket, writer: PolicyWriter) => PolicyStatement[]>> = {
  alb: allowLoadBalancers,
  cloudfront: () => [],
  "cloudfront-v2": (bucket, writer) => allowDelivery("CloudFrontLog", edgeRegion, bucket, writer),
  waf: allowWafLogs,
  "s3-server": allowServerAccessLogs,
  "flow-logs": (bucket, writer) => allowDelivery("FlowLog", bucket.region, bucket, writer),
};

/** One statement for each Sid, about all the resources of its namesakes, which are otherwise equal; sorted by Sid. */
function merged(statements: readonly PolicyStatement[]): PolicyStatement[] {
  const sids = [...new Set(statements.map(({ Sid }) => Sid))].sort();
  return sids.map((sid) => {
    const namesakes = statements.filter(({ Sid }) => Sid === sid);
    const resources = [...new Set(namesakes.flatMap(({ Resource }) => Resource))].sort();
    return { ...namesakes[0], Resource: resources.length === 1 ? resources[0] : resources };
  });
}

/**
 * The policy of a log bucket: only over TLS 1.2 or newer, and for each writer the right to write its own folder. Two
 * writers' policies merge into one that allows what either allows and nothing else, in whatever order they are given.
 *
 * There is no Deny for uploads without encryption headers: the log services send none, the bucket's default applies.
 */
export function logBucketPolicy(bucket: PolicyBucket, writers: readonly PolicyWriter[]): PolicyDocument {
  return policyDocument([
    ...denyUnlessTls(bucket),
    ...merged(writers.flatMap((writer) => allowed[writer.kind](bucket, writer))),
  ]);
}
