import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { illegalDomainNames } from "./domain-name";
import { edge } from "./edge-region";
import type { Profile } from "./profile";

/** What presents a certificate: a distribution to its viewers, or a load balancer to CloudFront. */
export type CertificateUser = "cloudfront" | "load-balancer";

/** Kind of a certificate's key pair: those that ACM makes. */
export type KeyAlgorithm = "RSA_2048" | "EC_prime256v1" | "EC_secp384r1";

/** The arguments that decide what a `Certificate` creates. */
export interface CertificatePlanArgs {
  readonly usedBy?: CertificateUser;
  readonly domainName: string;
  readonly alternativeNames?: readonly string[];
  readonly keyAlgorithm?: KeyAlgorithm;
  readonly profile?: Profile;
}

export interface CertificatePlan {
  readonly domainName: string;
  readonly alternativeNames: readonly string[];
  /** The Region, where it is not the provider's own. */
  readonly location: { readonly region?: string };
  /** The names to prove by a DNS record each, sorted: a name and its wildcard share one. */
  readonly provenNames: readonly string[];
  /** Whether the records stay in the zone when they are deleted here. */
  readonly retainRecords: boolean;
}

/**
 * CloudFront takes certificates from one Region alone, a load balancer from its own, which is the provider's.
 * https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html
 */
const locations: Readonly<Record<CertificateUser, CertificatePlan["location"]>> = { cloudfront: edge, "load-balancer": {} };

/** Of the first name, which becomes the certificate's common name. */
const LONGEST_COMMON_NAME = 64;

/** The name whose DNS record proves `name` as well: `example.com` for `*.example.com`. */
export function provenName(name: string): string {
  return name.replace(/^\*\./, "").toLowerCase();
}

/**
 * The arguments with names as ACM keeps and tells them: in lower case. With any other, each deployment would see another
 * certificate than it asked for, and replace it.
 */
function asKept(args: CertificatePlanArgs): CertificatePlanArgs & Pick<CertificatePlan, "alternativeNames"> {
  const { domainName, alternativeNames = [] } = args;
  return {
    ...args,
    domainName: domainName.toLowerCase(),
    alternativeNames: alternativeNames.map((alternative) => alternative.toLowerCase()),
  };
}

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
function nameProblems({ domainName, alternativeNames = [] }: CertificatePlanArgs): ArgumentProblem[] {
  const problems: ArgumentProblem[] = illegalDomainNames([domainName, ...alternativeNames]).map((value) => ({
    argument: value === domainName && !alternativeNames.includes(value) ? "domainName" : "alternativeNames",
    rule: "must be a domain name, named once",
    value,
    remedy: "use for example example.com or *.example.com",
  }));
  if (domainName.length > LONGEST_COMMON_NAME) {
    problems.push({
      argument: "domainName",
      rule: `must have at most ${LONGEST_COMMON_NAME} characters, as the certificate's common name`,
      value: domainName,
      remedy: "name a shorter one first, and this one among alternativeNames",
    });
  }
  return problems;
}

/** ACM issues what CloudFront then refuses: https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html */
function keyProblems({ usedBy = "cloudfront", keyAlgorithm }: CertificatePlanArgs): ArgumentProblem[] {
  if (usedBy !== "cloudfront" || keyAlgorithm !== "EC_secp384r1") return [];
  return [
    {
      argument: "keyAlgorithm",
      rule: "must be one that CloudFront takes, which of elliptic curves is the one of 256 bits",
      value: keyAlgorithm,
      remedy: 'use "EC_prime256v1"',
    },
  ];
}

/** @throws ArgumentError for what is no domain name, or too long to come first, and for keys that CloudFront refuses */
export function planCertificate(name: string, args: CertificatePlanArgs): CertificatePlan {
  const kept = asKept(args);
  const { usedBy = "cloudfront", domainName, alternativeNames, profile = "production" } = kept;
  assertNoProblems(`Certificate "${name}"`, [...nameProblems(kept), ...keyProblems(kept)]);
  return {
    domainName,
    alternativeNames,
    location: locations[usedBy],
    provenNames: [...new Set([domainName, ...alternativeNames].map(provenName))].sort(),
    retainRecords: profile === "production",
  };
}
