import type { ArgumentProblem } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { arnProblems } from "./edge-arn";

/** Names of your own, in place of `<id>.cloudfront.net`. */
export interface CustomDomain {
  /** At least one; each must be covered by the certificate. The DNS records are yours. */
  readonly names: readonly string[];
  /** ARN of an issued ACM certificate in us-east-1. */
  readonly certificateArn: pulumi.Input<string>;
}

const domain = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** What is wrong with a custom domain. */
export function customDomainProblems({ names, certificateArn }: CustomDomain): ArgumentProblem[] {
  const illegal = names.filter((name, index) => !domain.test(name) || names.indexOf(name) !== index);
  const problems: ArgumentProblem[] = illegal.map((value) => ({
    argument: "customDomain.names",
    rule: "must hold domain names, each once",
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
