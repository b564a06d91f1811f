import { childName, Naming } from "@org/infra-naming";
import * as cloudfront from "@pulumi/aws/cloudfront";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import type { Countries } from "./countries";
import type { CustomDomain } from "./custom-domain";
import { deliveredLoggingOf, type DistributionLogging, legacyLoggingOf } from "./distribution-logging";
import {
  type BypassProtection,
  distributionOrigin,
  type DistributionOrigin,
  originPorts,
  type VpcOrigin,
} from "./distribution-origin";
import { type DistributionPlan, planDistribution } from "./distribution-plan";
import { checkedArn } from "./edge-arn";
import { deliverLogs, type LogDeliveryChain } from "./log-delivery";
import type { CachePolicyName, OriginRequestPolicyName, ResponseHeadersPolicyName } from "./managed-policies";
import type { Profile } from "./profile";

/** Arguments of `Distribution`. */
export interface DistributionArgs {
  /** The one server that CloudFront asks: over the internet, or a load balancer inside its VPC. */
  readonly origin: DistributionOrigin;
  /** Where requests are logged: by either of CloudFront's standard loggings, or by both. */
  readonly logging: DistributionLogging;
  /** ARN of a WAFv2 web ACL with scope CLOUDFRONT: `WebAcl.arn`. */
  readonly webAclArn: pulumi.Input<string>;
  /**
   * Domain names of your own, with their certificate. Viewers then need TLS 1.2 (policy TLSv1.2_2021).
   * @default the name and certificate of CloudFront, with the TLS versions that AWS allows there
   */
  readonly customDomain?: CustomDomain;
  /**
   * Countries that CloudFront answers, or does not, up to 249. What it refuses does not reach the web ACL and its charges.
   * @default every country
   */
  readonly countries?: Countries;
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
  /**
   * Publishes eight more metrics: cache hit rate, origin latency, error rates by status code. AWS charges for them.
   * @default true in production, false in ephemeral environments
   */
  readonly additionalMetrics?: boolean;
  /** `production` has additional metrics. @default "production" */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
  /** Last word on the arguments and options of the distribution itself: behaviors, error pages, origin groups. @default none */
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
  /** Absent when the origin is reached over the internet. */
  readonly vpcOrigin?: cloudfront.VpcOrigin;
  readonly distribution: cloudfront.Distribution;
  /** By type and domain name: `A www.example.com`. None without a hosted zone. */
  readonly records: Readonly<Record<string, route53.Record>>;
  /** Absent without standard logging (v2). */
  readonly logDelivery?: LogDeliveryChain;
  /** Absent without additional metrics. */
  readonly monitoring?: cloudfront.MonitoringSubscription;
  readonly distributionId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** `<id>.cloudfront.net`. */
  readonly domainName: pulumi.Output<string>;
  /** Hosted zone of `domainName`, for alias records. */
  readonly hostedZoneId: pulumi.Output<string>;
  /**
   * What keeps requests from reaching the origin past CloudFront and the web ACL: `vpc-origin`: no address to reach;
   * `origin-verify-header`: resources at the origin refuse requests without the secret header; `none`: nothing does.
   */
  readonly bypassProtection: BypassProtection;

  constructor(name: string, args: DistributionArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planDistribution(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:edge:Distribution", name, {}, opts);
    const subject = `Distribution "${name}"`;

    this.vpcOrigin = args.origin.kind === "vpc" ? this.createVpcOrigin(name, args.origin, args, naming) : undefined;
    this.distribution = this.createDistribution(name, plan, args, naming);
    this.records = this.createRecords(name, plan, args.customDomain);
    const logging = deliveredLoggingOf(args.logging);
    const distributionArn = this.distribution.arn;
    this.logDelivery = logging && deliverLogs(name, { subject, distributionArn, logging, naming, tags: args.tags }, this);
    this.monitoring = plan.additionalMetrics ? this.subscribeToMetrics(name) : undefined;

    this.distributionId = this.distribution.id;
    this.arn = this.distribution.arn;
    this.domainName = this.distribution.domainName;
    this.hostedZoneId = this.distribution.hostedZoneId;
    this.bypassProtection = plan.bypassProtection;
    this.registerOutputs({
      distributionId: this.distributionId,
      arn: this.arn,
      domainName: this.domainName,
      bypassProtection: this.bypassProtection,
    });
  }

  private createVpcOrigin(name: string, origin: VpcOrigin, args: DistributionArgs, naming: Naming): cloudfront.VpcOrigin {
    const type = "aws:cloudfront/vpcOrigin:VpcOrigin";
    const ports = originPorts(origin);
    const arn = checkedArn(`Distribution "${name}"`, "origin.loadBalancerArn", "loadBalancer", origin.loadBalancerArn);
    return new cloudfront.VpcOrigin(
      childName(name, "vpc-origin"),
      {
        vpcOriginEndpointConfig: {
          ...ports,
          // It stands beside its replacement until the distribution has changed over, so the two need different names.
          name: arn.apply((known) =>
            naming.physicalName(type, name, { replaceKey: [...Object.values(ports).map(String), known] }),
          ),
          arn,
          originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
        },
        tags: naming.nameTags(name, args.tags),
      },
      // CloudFront refuses every change of one that a distribution uses.
      { parent: this, replaceOnChanges: ["vpcOriginEndpointConfig"], deleteBeforeReplace: false },
    );
  }

  private createDistribution(name: string, plan: DistributionPlan, args: DistributionArgs, naming: Naming) {
    const subject = `Distribution "${name}"`;
    const { origin, customDomain } = args;
    const legacy = legacyLoggingOf(args.logging);
    const distributionArgs: cloudfront.DistributionArgs = {
      enabled: true,
      comment: `${naming.sanitizedName} ${name}`.slice(0, 128),
      httpVersion: "http2and3",
      isIpv6Enabled: true,
      priceClass: args.priceClass ?? "PriceClass_All",
      aliases: [...plan.aliases],
      origins: [distributionOrigin(subject, origin, plan.originRequest, this.vpcOrigin?.id)],
      defaultCacheBehavior: {
        targetOriginId: "origin",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        ...plan.policies,
      },
      restrictions: { geoRestriction: plan.geoRestriction },
      viewerCertificate: customDomain
        ? {
            acmCertificateArn: checkedArn(
              subject,
              "customDomain.certificateArn",
              "certificate",
              customDomain.certificateArn,
            ),
            sslSupportMethod: "sni-only",
            minimumProtocolVersion: customDomain.tlsPolicy ?? "TLSv1.2_2021",
          }
        : { cloudfrontDefaultCertificate: true },
      webAclId: checkedArn(subject, "webAclArn", "webAcl", args.webAclArn),
      loggingConfig: legacy && { bucket: legacy.bucket.domainName, prefix: plan.logPrefix, includeCookies: false },
      tags: naming.nameTags(name, args.tags),
    };
    const verifiedBy = origin.kind === "custom" ? (origin.verifiedBy ?? []) : [];
    const distributionOpts: pulumi.CustomResourceOptions = {
      parent: this,
      dependsOn: [...(legacy?.bucket.ready ?? []), ...verifiedBy],
    };
    args.transform?.distribution?.(distributionArgs, distributionOpts);
    return new cloudfront.Distribution(childName(name, "distribution"), distributionArgs, distributionOpts);
  }

  /** CloudFront answers over IPv4 and IPv6, so each name has an address of either kind. */
  private createRecords(name: string, { originRequest }: DistributionPlan, customDomain: CustomDomain | undefined) {
    const records: Record<string, route53.Record> = {};
    if (customDomain?.hostedZoneId === undefined) return records;
    for (const recordName of originRequest.recordNames) {
      for (const type of ["A", "AAAA"] as const) {
        records[`${type} ${recordName}`] = new route53.Record(
          childName(name, type.toLowerCase(), recordName),
          {
            zoneId: customDomain.hostedZoneId,
            name: recordName,
            type,
            aliases: [
              {
                name: this.distribution.domainName,
                zoneId: this.distribution.hostedZoneId,
                // CloudFront has no health to evaluate.
                evaluateTargetHealth: false,
              },
            ],
          },
          { parent: this },
        );
      }
    }
    return records;
  }

  private subscribeToMetrics(name: string): cloudfront.MonitoringSubscription {
    return new cloudfront.MonitoringSubscription(
      childName(name, "metrics"),
      {
        distributionId: this.distribution.id,
        monitoringSubscription: {
          realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
        },
      },
      { parent: this },
    );
  }
}
