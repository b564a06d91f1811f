import type { ArgumentProblem } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { illegalDomainNames } from "./domain-name";
import { arnProblems } from "./edge-arn";

/** Names of your own, in place of `<id>.cloudfront.net`. */
export interface CustomDomain {
  /** At least one, in lower case; each must be covered by the certificate. */
  readonly names: readonly string[];
  /** ARN of an issued ACM certificate in us-east-1: `Certificate.arn`. */
  readonly certificateArn: pulumi.Input<string>;
  /**
   * The Route 53 hosted zone that holds all of these names: each gets an A and an AAAA record that point to CloudFront.
   * @default the DNS records are yours
   */
  readonly hostedZoneId?: pulumi.Input<string>;
  /**
   * Security policy: the TLS versions and ciphers that viewers may use.
   * @default "TLSv1.2_2021", the newest that every published control accepts
   *
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
   */
  readonly tlsPolicy?: "TLSv1.2_2021" | "TLSv1.2_2025" | "TLSv1.3_2025";
}

/** What is wrong with a custom domain. */
export function customDomainProblems({ names, certificateArn }: CustomDomain): ArgumentProblem[] {
  const illegal = illegalDomainNames(names);
  const capitals = names.filter((name) => name !== name.toLowerCase() && !illegal.includes(name));
  const problems: ArgumentProblem[] = [...illegal, ...capitals].map((value) => ({
    argument: "customDomain.names",
    rule: "must hold domain names in lower case, each once",
    value,
    remedy: "use for example www.example.com or *.example.com",
  }));
  if (names.length === 0) {
    problems.push({
      argument: "customDomain.names",
      rule: "must hold at least one domain name",
      value: names,
      remedy: "name what the certificate is for, or leave out customDomain to use <id>.cloudfront.net",
    });
  }
  if (certificateArn === undefined) {
    problems.push({
      argument: "customDomain.certificateArn",
      rule: "must be given with domain names of your own, or AWS refuses them",
      value: certificateArn,
      remedy: "request a certificate for them in us-east-1 and pass its ARN",
    });
  }
  return [...problems, ...arnProblems("customDomain.certificateArn", "certificate", certificateArn)];
}
