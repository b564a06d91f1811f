import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { types } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { arnProblems } from "./edge-arn";
import { type OriginRequest, originNameProblems } from "./origin-name";
import type { VerifiedHeader } from "./origin-verification";

/** What every origin has: a load balancer or another web server. */
interface WebOrigin {
  /**
   * DNS name of the origin; for a VPC origin it need not resolve. Without a policy that passes on the viewers' Host
   * header, the origin gets it as the Host header.
   */
  readonly domainName: pulumi.Input<string>;
  /**
   * `https-only` needs a certificate at the origin, for `domainName` or for the custom domain whose name is passed on in
   * the Host header; `http-only` leaves the way behind CloudFront unencrypted.
   */
  readonly protocol: "http-only" | "https-only";
  /**
   * 80, 443, or 1024 to 65535.
   * @default 80 for http-only, 443 for https-only
   */
  readonly port?: number;
}

/** Where requests go that CloudFront does not answer itself: a public web server, such as a load balancer. */
export interface CustomOrigin extends WebOrigin {
  readonly kind: "custom";
  /**
   * The header by which the origin knows requests of this distribution, an `OriginVerification`: its first value is sent.
   * @default none: whoever finds the origin can walk round CloudFront and the web ACL
   */
  readonly verification?: VerifiedHeader;
  /**
   * What refuses requests without that header, such as the rules of the origin's listeners. CloudFront sends a new value
   * only once these know it. Leave it out in the first of two deployments when you introduce the header to an origin in
   * use: CloudFront has to send it before the origin asks for it.
   * @default nothing refuses them
   */
  readonly verifiedBy?: readonly pulumi.Resource[];
}

/**
 * An internal load balancer in private subnets, which CloudFront reaches inside its VPC. Nobody else can. The VPC has an
 * internet gateway, which no route needs to name. gRPC and Lambda@Edge at the origin do not work this way, and some
 * Regions and Availability Zones lack it: AWS's list grows, so it is not checked here.
 *
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export interface VpcOrigin extends WebOrigin {
  readonly kind: "vpc";
  /**
   * ARN of an internal Application Load Balancer, or a Network Load Balancer with a security group and without TLS
   * listeners. The security group lets in CloudFront's prefix list (`com.amazonaws.global.cloudfront.origin-facing`).
   */
  readonly loadBalancerArn: pulumi.Input<string>;
}

export type DistributionOrigin = CustomOrigin | VpcOrigin;

/** What keeps requests from reaching the origin past CloudFront and its web ACL. */
export type BypassProtection = "origin-verify-header" | "vpc-origin" | "none";

function portProblems({ port }: WebOrigin): ArgumentProblem[] {
  const legal = port === undefined || port === 80 || port === 443 || (port >= 1024 && port <= 65535);
  if (legal && (port === undefined || Number.isInteger(port))) return [];
  return [
    {
      argument: "origin.port",
      rule: "must be 80, 443 or a port from 1024 to 65535, which CloudFront connects to",
      value: port,
      remedy: "let the origin listen on one of these",
    },
  ];
}

function verificationProblems({ verification, verifiedBy = [] }: CustomOrigin): ArgumentProblem[] {
  if (verification === undefined && verifiedBy.length > 0) {
    return [
      {
        argument: "origin.verification",
        rule: "must be given with verifiedBy, or CloudFront is refused as well",
        value: verification,
        remedy: "pass the OriginVerification that the listener checks",
      },
    ];
  }
  if (verification?.values.length !== 0) return [];
  return [
    {
      argument: "origin.verification.values",
      rule: "must hold the value to send",
      value: verification.values,
      remedy: "pass an OriginVerification",
    },
  ];
}

/** What is wrong with an origin, as far as it is known. */
export function originProblems(origin: DistributionOrigin, request: OriginRequest): ArgumentProblem[] {
  return [
    ...originNameProblems(origin, origin.domainName, request),
    ...portProblems(origin),
    ...(origin.kind === "vpc"
      ? arnProblems("origin.loadBalancerArn", "loadBalancer", origin.loadBalancerArn)
      : verificationProblems(origin)),
  ];
}

/** An origin in the property names of `aws.cloudfront`. */
export function originPorts({ protocol, port }: WebOrigin) {
  return {
    httpPort: protocol === "http-only" ? (port ?? 80) : 80,
    httpsPort: protocol === "https-only" ? (port ?? 443) : 443,
    originProtocolPolicy: protocol,
  };
}

export function bypassProtectionOf(origin: DistributionOrigin): BypassProtection {
  if (origin.kind === "vpc") return "vpc-origin";
  return origin.verifiedBy?.length ? "origin-verify-header" : "none";
}

/** The origin of a distribution; a VPC origin is named by its id. */
export function distributionOrigin(
  subject: string,
  origin: DistributionOrigin,
  request: OriginRequest,
  vpcOriginId: pulumi.Input<string> | undefined,
): types.input.cloudfront.DistributionOrigin {
  const header = origin.kind === "custom" ? origin.verification : undefined;
  return {
    originId: "origin",
    domainName: pulumi.output(origin.domainName).apply((domainName) => {
      assertNoProblems(subject, originNameProblems(origin, domainName, request));
      return domainName;
    }),
    ...(header && { customHeaders: [{ name: header.headerName, value: pulumi.secret(header.values[0]) }] }),
    ...(vpcOriginId === undefined
      ? { customOriginConfig: { ...originPorts(origin), originSslProtocols: ["TLSv1.2"] } }
      : { vpcOriginConfig: { vpcOriginId } }),
  };
}
