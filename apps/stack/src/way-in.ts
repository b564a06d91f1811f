import { Certificate, type CertificateUser, OriginVerification } from "@org/infra-edge";
import type { StackDomain } from "./infrastructure-stack-args";
import type { StackContext } from "./stack-context";
import type { StackKeys } from "./stack-keys";

/** The domain name of the stack, with what proves it at both ends. */
export interface CertifiedDomain extends StackDomain {
  /** Under which CloudFront asks the load balancer. */
  readonly originName: string;
  /** What CloudFront shows to viewers. */
  readonly viewerCertificate: Certificate;
  /** What the load balancer shows to CloudFront. */
  readonly originCertificate: Certificate;
}

/** What CloudFront and the load balancer have to agree on. */
export interface WayIn {
  readonly domain: CertifiedDomain | undefined;
  /** The header by which the load balancer knows CloudFront's requests, when that is asked for. */
  readonly originVerification: OriginVerification | undefined;
}

export function createWayIn(context: StackContext, keys: StackKeys): WayIn {
  return { domain: certifyDomain(context), originVerification: createOriginVerification(context, keys) };
}

function certifyDomain({ child, common, within, args }: StackContext): CertifiedDomain | undefined {
  if (args.domain === undefined) return undefined;
  const { name, hostedZoneId } = args.domain;
  const originName = `origin.${name}`;
  const certificate = (role: string, usedBy: CertificateUser, domainName: string) =>
    new Certificate(child(role), { ...common, usedBy, domainName, hostedZoneId }, within);
  return {
    name,
    hostedZoneId,
    originName,
    viewerCertificate: certificate("viewer-certificate", "cloudfront", name),
    originCertificate: certificate("origin-certificate", "load-balancer", originName),
  };
}

function createOriginVerification(context: StackContext, { key }: StackKeys): OriginVerification | undefined {
  const { child, common, within, args } = context;
  const version = args.originVerificationVersion;
  if (version === undefined) return undefined;
  return new OriginVerification(
    child("origin-verification"),
    { ...common, source: { kind: "generated", kmsKeyArn: key.arn, version } },
    within,
  );
}
