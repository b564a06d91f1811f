/** What has to be known of a service before its endpoint works; for all others the defaults below hold. */
interface ServiceFacts {
  /** AWS refuses any other policy: "only supports the full-access endpoint policy". @default false */
  readonly fullAccessOnly?: boolean;
  /** On which its clients call. @default [443] */
  readonly ports?: readonly number[];
  /** What is called before there are credentials, which no policy about identities lets through. @default none */
  readonly unsigned?: readonly string[];
}

/**
 * Not complete, and it cannot be: which services take policies differs between regions and grows, and only
 * `aws ec2 describe-vpc-endpoint-services` knows (`VpcEndpointPolicySupported`). So these are defaults, never refusals.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const SERVICES: Readonly<Record<string, ServiceFacts>> = {
  "appmesh-envoy-management": { fullAccessOnly: true },
  "appstream.api": { fullAccessOnly: true },
  "appstream.streaming": { fullAccessOnly: true },
  batch: { fullAccessOnly: true },
  cleanrooms: { fullAccessOnly: true },
  "cleanrooms-ml": { fullAccessOnly: true },
  "codeguru-profiler": { fullAccessOnly: true },
  "codeguru-reviewer": { fullAccessOnly: true },
  // TLS from the start, and STARTTLS: https://docs.aws.amazon.com/ses/latest/dg/send-email-set-up-vpc-endpoints.html
  "email-smtp": { fullAccessOnly: true, ports: [465, 587] },
  "inspector-scan": { fullAccessOnly: true },
  inspector2: { fullAccessOnly: true },
  // How pods and users of an identity provider get their first credentials.
  sts: { unsigned: ["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"] },
};

const HTTPS = [443];

/** Names that AWS gave in full: `com.amazonaws.us-east-1.ssm`, `cn.com.amazonaws...`, `aws.sagemaker.us-east-1.notebook`. */
const FULL_NAME = /(^|\.)com\.amazonaws\.|^aws\./;

/** The name by which AWS knows the service of a region. */
export function serviceNameOf(service: string, region: string): string {
  return FULL_NAME.test(service) ? service : `com.amazonaws.${region}.${service}`;
}

/** Whether somebody other than AWS offers the service: it is known by an id, and takes no policies. */
export function isOfOthers(service: string): boolean {
  return service.includes(".vpce-svc-");
}

/** The facts, by the short name or the full one. */
function factsOf(service: string): ServiceFacts {
  const short = service.replace(/^(cn\.)?com\.amazonaws\.[a-z]+(-[a-z]+)+-\d+\./, "");
  return Object.hasOwn(SERVICES, short) ? SERVICES[short] : {};
}

export function takesPolicies(service: string): boolean {
  return !isOfOthers(service) && factsOf(service).fullAccessOnly !== true;
}

export function portsOf(service: string): readonly number[] {
  return factsOf(service).ports ?? HTTPS;
}

export function unsignedActionsOf(service: string): readonly string[] {
  return factsOf(service).unsigned ?? [];
}
