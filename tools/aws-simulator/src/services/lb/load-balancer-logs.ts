import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { policyMayAllow } from "../../iam/policy-evaluation";
import type { RequestPrincipal } from "../../iam/policy-evaluation";
import { regionRow } from "../../regions";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import type { WorldObject } from "../../world-object";

const SOURCE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html";
const BUCKET = "aws:s3/bucket:Bucket";

/** The kinds of logs that ELB writes itself, and the file by which it tries the bucket. */
const kinds = {
  accessLogs: "ELBAccessLogTestFile",
  connectionLogs: "ELBConnectionLogTestFile",
  healthCheckLogs: "ELBHealthCheckLogTestFile",
} as const;

type LogKind = keyof typeof kinds;

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function deliverers(context: ResourceContext): RequestPrincipal[] {
  const legacy = regionRow(context.region)?.elbAccount;
  const service: RequestPrincipal = { service: "logdelivery.elasticloadbalancing.amazonaws.com" };
  return legacy === undefined ? [service] : [service, { arn: `arn:${context.partition.id}:iam::${legacy}:root` }];
}

function isDenied(context: ResourceContext, bucket: WorldObject, key: string): boolean {
  const policies = context.referrers("aws:s3/bucketPolicy:BucketPolicy", bucket).map(({ outputs }) => outputs["policy"]);
  const documents = [bucket.outputs["policy"], ...policies].filter((policy) => typeof policy === "string" && policy !== "");
  const resource = `arn:${context.partition.id}:s3:::${bucket.id}/${key}`;
  return !documents.some((document) =>
    deliverers(context).some((principal) =>
      policyMayAllow(String(document), { principal, action: "s3:PutObject", resource, context: { "aws:SecureTransport": true } }),
    ),
  );
}

function refuseLogs(context: ResourceContext, kind: LogKind): Refusal | undefined {
  const logs = context.inputs[kind];
  // A configuration without `enabled` is off.
  if (!isMap(logs) || logs["enabled"] !== true || typeof logs["bucket"] !== "string") return undefined;
  const prefix = typeof logs["prefix"] === "string" ? logs["prefix"].replace(/^\/+|\/+$/g, "") : "";
  const denied: Refusal = {
    code: "InvalidConfigurationRequest",
    message: `Access Denied for bucket: ${logs["bucket"]}. Please check S3bucket permission`,
  };
  // A bucket that the account does not have may be another account's.
  const bucket = context.find(BUCKET, logs["bucket"]) ?? elsewhere(context, logs["bucket"]);
  if (bucket === undefined) return undefined;
  if (bucket.region !== context.region) return { ...denied, remedy: `The bucket is in ${bucket.region}: use one in ${context.region}.` };
  if (usesKms(context, bucket)) return { ...denied, remedy: "ELB writes into buckets with SSE-S3 (AES256) only: encrypt the bucket with it, not with a KMS key." };
  const folder = prefix === "" ? "" : `${prefix}/`;
  return isDenied(context, bucket, `${folder}AWSLogs/${context.accountId}/${kinds[kind]}`) ? denied : undefined;
}

function elsewhere(context: ResourceContext, name: string): WorldObject | undefined {
  return context.objectsOfAllRegions(BUCKET).find(({ id }) => id === name);
}

function usesKms(context: ResourceContext, bucket: WorldObject): boolean {
  const configurations = context.referrers("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", bucket);
  return configurations.some(({ outputs }) => /"sseAlgorithm":"aws:kms/.test(JSON.stringify(outputs["rules"] ?? "")));
}

const prefixFree: Rule = {
  id: "lb/load-balancer-log-prefix",
  source: SOURCE,
  cause: "ELB adds AWSLogs to the prefix by itself.",
  remedy: "Leave AWSLogs out of the prefix.",
  reads: Object.keys(kinds).map((kind) => `${kind}.prefix`),
  refuse({ inputs }) {
    for (const kind of Object.keys(kinds)) {
      const logs = inputs[kind];
      if (isMap(logs) && typeof logs["prefix"] === "string" && logs["prefix"].includes("AWSLogs")) {
        return { code: "InvalidConfigurationRequest", message: `The prefix '${logs["prefix"]}' cannot contain 'AWSLogs'` };
      }
    }
    return undefined;
  },
};

const bucketOpen: Rule = {
  id: "lb/load-balancer-log-bucket",
  source: SOURCE,
  cause: "ELB tries to write into a log bucket when logging is switched on.",
  remedy:
    "Let the bucket's policy allow s3:PutObject on <prefix>/AWSLogs/<account>/* to the service logdelivery.elasticloadbalancing.amazonaws.com, and let the load balancer depend on the policy.",
  deploymentOnly: true,
  reads: Object.keys(kinds),
  refuse(context) {
    for (const kind of ["accessLogs", "connectionLogs", "healthCheckLogs"] as const) {
      const refusal = refuseLogs(context, kind);
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  },
};

/** What ELB asks of the buckets it logs into. */
export const logRules: readonly Rule[] = [prefixFree, bucketOpen];
