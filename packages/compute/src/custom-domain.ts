import { type ArgumentProblem, childName } from "@org/infra-naming";
import type { LoadBalancer } from "@pulumi/aws/lb";
import { Record as DnsRecord } from "@pulumi/aws/route53";
import type { Input, Resource } from "@pulumi/pulumi";

/**
 * Names of your own for the load balancer, as its certificate holds them: who comes by HTTPS has to ask for one of these,
 * CloudFront as well. Each gets an alias record of type A; the load balancer has no IPv6 address for others to point to.
 *
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-elb-load-balancer.html
 */
export interface CustomDomain {
  /** At least one, for example `origin.example.com`. */
  readonly names: readonly string[];
  /** The Route 53 hosted zone that holds all of these names: a private one where only the network asks for them. */
  readonly hostedZoneId: Input<string>;
}

const domainName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export function customDomainProblems(customDomain: CustomDomain | undefined): ArgumentProblem[] {
  if (customDomain === undefined) return [];
  const { names } = customDomain;
  const problems: ArgumentProblem[] = names
    .filter((name, index) => name.length > 253 || !domainName.test(name) || names.indexOf(name) !== index)
    .map((value) => ({
      argument: "customDomain.names",
      rule: "must hold domain names in lower case, each once",
      value,
      remedy: "use for example origin.example.com or *.example.com",
    }));
  if (names.length > 0) return problems;
  return [
    {
      argument: "customDomain.names",
      rule: "must hold at least one domain name",
      value: names,
      remedy: "name what the certificate is for, or leave out customDomain to use the load balancer's own name",
    },
  ];
}

/** One alias record for each name, a child of `parent`, by its name. */
export function createDnsRecords(
  name: string,
  { names, hostedZoneId: zoneId }: CustomDomain,
  { dnsName, zoneId: loadBalancerZoneId }: LoadBalancer,
  parent: Resource,
): Record<string, DnsRecord> {
  // With health evaluation, whoever adds a second record of the name gets failover between the two.
  const aliases = [{ name: dnsName, zoneId: loadBalancerZoneId, evaluateTargetHealth: true }];
  return Object.fromEntries(
    names.map((recordName) => {
      const args = { zoneId, name: recordName, type: "A" as const, aliases };
      return [recordName, new DnsRecord(childName(name, "a", recordName), args, { parent })];
    }),
  );
}
