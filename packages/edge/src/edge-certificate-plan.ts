import { assertNoProblems } from "@org/infra-naming";
import { illegalDomainNames } from "./domain-name";

/** The arguments that decide what an `EdgeCertificate` creates. */
export interface EdgeCertificatePlanArgs {
  readonly domainName: string;
  readonly alternativeNames?: readonly string[];
}

export interface EdgeCertificatePlan {
  /** The names to prove by a DNS record each, sorted: a name and its wildcard share one. */
  readonly provenNames: readonly string[];
}

/** The name whose DNS record proves `name` as well: `example.com` for `*.example.com`. */
export function provenName(name: string): string {
  return name.replace(/^\*\./, "").toLowerCase();
}

/** @throws ArgumentError for what is no domain name */
export function planEdgeCertificate(name: string, args: EdgeCertificatePlanArgs): EdgeCertificatePlan {
  const { domainName, alternativeNames = [] } = args;
  const names = [domainName, ...alternativeNames];
  assertNoProblems(
    `EdgeCertificate "${name}"`,
    illegalDomainNames(names).map((value) => ({
      argument: value === domainName && !alternativeNames.includes(value) ? "domainName" : "alternativeNames",
      rule: "must be a domain name, named once",
      value,
      remedy: "use for example example.com or *.example.com",
    })),
  );
  return { provenNames: [...new Set(names.map(provenName))].sort() };
}
