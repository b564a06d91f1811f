/** What has to be known of a service before its endpoint works; for all others the defaults below hold. */
interface ServiceFacts {
  /** AWS refuses any other policy: "only supports the full-access endpoint policy". @default false */
  readonly fullAccessOnly?: boolean;
  /** AWS gives its endpoints no private DNS name, and refuses to switch one on. @default false */
  readonly nameless?: boolean;
  /** On which its clients call. @default [443] */
  readonly ports?: readonly number[];
  /**
   * Clients call it without credentials, which no policy about identities lets through, and AWS does not document by what
   * else a policy could tell the account's own calls. @default false
   */
  readonly anonymous?: boolean;
  /** What is called without credentials, and about what of the account. @default none */
  readonly unsigned?: UnsignedCalls;
}

/** Calls without credentials, told from those to other accounts by what they are about. */
export interface UnsignedCalls {
  readonly sid: string;
  readonly actions: readonly string[];
  /** From the service of the ARN on. */
  readonly resource: (region: string, accountId: string) => string;
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
  // Who signs in has no identity yet: https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html
  "cognito-identity": { anonymous: true },
  "cognito-idp": { anonymous: true },
  // TLS from the start, and STARTTLS: https://docs.aws.amazon.com/ses/latest/dg/send-email-set-up-vpc-endpoints.html
  "email-smtp": { fullAccessOnly: true, ports: [465, 587] },
  // Of a private API every call but one signed for IAM is anonymous to the policy, also with a token for an authorizer:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html
  "execute-api": {
    unsigned: {
      sid: "OwnApis",
      actions: ["execute-api:Invoke"],
      resource: (region, accountId) => `execute-api:${region}:${accountId}:*`,
    },
  },
  "inspector-scan": { fullAccessOnly: true },
  inspector2: { fullAccessOnly: true },
  // Devices show certificates, and find them by DNS records of yours: https://docs.aws.amazon.com/iot/latest/developerguide/IoTCore-VPC.html
  "iot.credentials": { anonymous: true, nameless: true },
  // MQTT besides HTTPS: https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html
  "iot.data": { fullAccessOnly: true, nameless: true, ports: [443, 8883] },
  // How pods and users of an identity provider get their first credentials.
  sts: {
    unsigned: {
      sid: "FirstCredentials",
      actions: ["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"],
      resource: (_region, accountId) => `iam::${accountId}:role/*`,
    },
  },
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

/** Whether an endpoint works with a policy for the account's own identities, as far as it is known. */
export function takesOwnAccount(service: string): boolean {
  const { fullAccessOnly = false, anonymous = false } = factsOf(service);
  return !isOfOthers(service) && !fullAccessOnly && !anonymous;
}

/** Whether AWS can lead the service's own DNS name to an endpoint, as far as it is known. */
export function hasPrivateName(service: string): boolean {
  return !isOfOthers(service) && factsOf(service).nameless !== true;
}

export function portsOf(service: string): readonly number[] {
  return factsOf(service).ports ?? HTTPS;
}

export function unsignedCallsOf(service: string): UnsignedCalls | undefined {
  return factsOf(service).unsigned;
}
