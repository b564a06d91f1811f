import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Provider } from "@pulumi/aws";
import { Bucket, BucketAcl, BucketOwnershipControls } from "@pulumi/aws/s3";
import { Distribution, type DistributionArgs } from "./distribution";
import type { CloudFrontLogBucket } from "./distribution-logging";
import { WebAcl } from "./web-acl";

export const naming = new Naming({ project: "infra", environment: "dev" });
export const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

/** The least that CloudFront's legacy logging takes. */
export function logBucket(): CloudFrontLogBucket {
  const bucket = new Bucket("logs", { bucket: "infra-dev-cloudfront-logs" });
  const ownership = new BucketOwnershipControls("logs", {
    bucket: bucket.bucket,
    rule: { objectOwnership: "BucketOwnerPreferred" },
  });
  const acl = new BucketAcl("logs", { bucket: bucket.bucket, acl: "private" }, { dependsOn: [ownership] });
  const { bucketDomainName } = bucket;
  return { writerKind: "cloudfront", region: "eu-west-1", domainName: bucketDomainName, ready: [bucket, ownership, acl] };
}

/** Deploys a distribution from eu-west-1, where nothing that serves CloudFront can be. */
export function deployDistribution(
  args: Partial<DistributionArgs> | (() => Partial<DistributionArgs>) = {},
  more: Partial<Parameters<typeof deploy>[0]> = {},
) {
  return deploy({
    providers: [new SimulatedAws()],
    config: { "aws:region": "eu-west-1" },
    program: () => {
      const provider = new Provider("regional", { region: "eu-west-1" });
      const given = typeof args === "function" ? args() : args;
      const { distributionId, arn, domainName, hostedZoneId, bypassProtection } = new Distribution(
        "edge",
        {
          origin: { kind: "custom", domainName: "web.eu-west-1.elb.amazonaws.com", protocol: "http-only" },
          webAclArn: new WebAcl("edge", { naming }, { provider }).arn,
          naming,
          ...given,
          logging: given.logging ?? { kind: "legacy", bucket: logBucket() },
        },
        { provider },
      );
      return { distributionId, arn, domainName, hostedZoneId, bypassProtection };
    },
    ...more,
  });
}

export function messages(run: Awaited<ReturnType<typeof deploy>>): string {
  return run.diagnostics.map(({ message }) => message).join("\n");
}

export function logicalName(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}
