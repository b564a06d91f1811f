import { assertNoProblems, childName, Naming } from "@org/infra-naming";
import * as cloudfront from "@pulumi/aws/cloudfront";
import * as pulumi from "@pulumi/pulumi";
import type { CustomDomain } from "./custom-domain";
import { type CustomOrigin, originProblems, planDistribution } from "./distribution-plan";
import { checkedArn } from "./edge-arn";
import type { CachePolicyName, OriginRequestPolicyName, ResponseHeadersPolicyName } from "./managed-policies";

/** A bucket that CloudFront's standard logging (legacy) can write to: with ACLs, and with the grant that it needs. */
export interface CloudFrontLogBucket {
  readonly writerKind: "cloudfront";
  readonly region: string;
  /** `<bucket>.s3.amazonaws.com`. */
  readonly domainName: pulumi.Input<string>;
  /** What must exist before CloudFront is told to log: it checks the bucket at once. */
  readonly ready: readonly pulumi.Resource[];
}

/** Where requests are logged. */
export interface DistributionLogging {
  /** Standard logging (legacy), the one that AWS Config and Security Hub look for. */
  readonly kind: "legacy";
  readonly bucket: CloudFrontLogBucket;
  /**
   * What the names of the log files start with.
   * @default "cloudfront/"
   */
  readonly prefix?: string;
}

/** Arguments of `Distribution`. */
export interface DistributionArgs {
  readonly origin: CustomOrigin;
  readonly logging: DistributionLogging;
  /** ARN of a WAFv2 web ACL with scope CLOUDFRONT: `WebAcl.arn`. */
  readonly webAclArn: pulumi.Input<string>;
  /**
   * Domain names of your own, with their certificate. Viewers then need TLS 1.2 (policy TLSv1.2_2021).
   * @default the name and certificate of CloudFront, with the TLS versions that AWS allows there
   */
  readonly customDomain?: CustomDomain;
  /**
   * Which edge locations answer: all, or the cheaper ones.
   * @default "PriceClass_All"
   */
  readonly priceClass?: "PriceClass_100" | "PriceClass_200" | "PriceClass_All";
  /**
   * Managed policy for what is cached.
   * @default "CachingDisabled"
   */
  readonly cachePolicy?: CachePolicyName;
  /**
   * Managed policy for what the origin gets to see of a request.
   * @default "AllViewer"
   */
  readonly originRequestPolicy?: OriginRequestPolicyName;
  /**
   * Managed policy for headers that are added to responses.
   * @default "SecurityHeadersPolicy"
   */
  readonly responseHeadersPolicy?: ResponseHeadersPolicyName;
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. */
  readonly tags?: Record<string, string>;
  /** Last word on the arguments and options of the distribution itself: behaviors, error pages, geo restrictions. */
  readonly transform?: {
    readonly distribution?: (args: cloudfront.DistributionArgs, opts: pulumi.CustomResourceOptions) => void;
  };
}

/**
 * A CloudFront distribution in front of one origin: viewers are redirected to HTTPS, requests pass a web ACL and are
 * logged, responses carry security headers. HTTP/2, HTTP/3 and IPv6 are on, caching is off until a policy is chosen.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered; for ARNs and names that only AWS
 * knows, when they become known
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html
 */
export class Distribution extends pulumi.ComponentResource {
  readonly distribution: cloudfront.Distribution;
  readonly distributionId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** `<id>.cloudfront.net`. */
  readonly domainName: pulumi.Output<string>;
  /** Hosted zone of `domainName`, for alias records. */
  readonly hostedZoneId: pulumi.Output<string>;

  constructor(name: string, args: DistributionArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planDistribution(name, args);
    super("org:edge:Distribution", name, {}, opts);
    const naming = args.naming ?? Naming.ofStack();
    const subject = `Distribution "${name}"`;
    const { origin, customDomain } = args;

    const distributionArgs: cloudfront.DistributionArgs = {
      enabled: true,
      comment: `${naming.sanitizedName} ${name}`.slice(0, 128),
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: args.priceClass ?? "PriceClass_All",
      aliases: [...plan.aliases],
      origins: [
        {
          originId: "origin",
          domainName: pulumi.output(origin.domainName).apply((domainName) => {
            assertNoProblems(subject, originProblems(origin, domainName));
            return domainName;
          }),
          customOriginConfig: {
            ...plan.ports,
            originProtocolPolicy: origin.protocol,
            originSslProtocols: ["TLSv1.2"],
          },
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "origin",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        ...plan.policies,
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: customDomain
        ? {
            acmCertificateArn: checkedArn(
              subject,
              "customDomain.certificateArn",
              "certificate",
              customDomain.certificateArn,
            ),
            sslSupportMethod: "sni-only",
            minimumProtocolVersion: "TLSv1.2_2021",
          }
        : { cloudfrontDefaultCertificate: true },
      webAclId: checkedArn(subject, "webAclArn", "webAcl", args.webAclArn),
      loggingConfig: { bucket: args.logging.bucket.domainName, prefix: plan.logPrefix, includeCookies: false },
      tags: naming.nameTags(name, args.tags),
    };
    const distributionOpts: pulumi.CustomResourceOptions = { parent: this, dependsOn: [...args.logging.bucket.ready] };
    args.transform?.distribution?.(distributionArgs, distributionOpts);
    this.distribution = new cloudfront.Distribution(childName(name, "distribution"), distributionArgs, distributionOpts);

    this.distributionId = this.distribution.id;
    this.arn = this.distribution.arn;
    this.domainName = this.distribution.domainName;
    this.hostedZoneId = this.distribution.hostedZoneId;
    this.registerOutputs({ distributionId: this.distributionId, arn: this.arn, domainName: this.domainName });
  }
}
