import { childName } from "@org/infra-naming";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc";
import type { Input, Resource } from "@pulumi/pulumi";
import { rulePeer } from "./rule-peer";
import type { DeclaredSources, TrafficPeer } from "./traffic-sources";

/**
 * Where instances may connect to by HTTPS: to everywhere, as AWS's endpoints and package repositories have no fixed
 * addresses, or only to what is declared, which takes VPC endpoints for everything that the instances use.
 */
export type HttpsDestinations = "anywhere" | Omit<DeclaredSources, "cloudFront">;

/** The ways out of one security group. */
export interface HttpsEgress {
  readonly securityGroupId: Input<string>;
  readonly destinations: HttpsDestinations;
  readonly peers: readonly TrafficPeer[];
  readonly tagsOf: (role: string) => Record<string, string>;
}

/** One rule for each destination, a child of `parent`, keyed by where it leads. */
export function createHttpsEgress(
  name: string,
  { securityGroupId, destinations, peers, tagsOf }: HttpsEgress,
  parent: Resource,
): Record<string, SecurityGroupEgressRule> {
  const https = { securityGroupId, ipProtocol: "tcp", fromPort: 443, toPort: 443 };
  if (destinations === "anywhere") {
    const role = childName(name, "https-egress");
    const description = "HTTPS to AWS endpoints and package repositories";
    return {
      anywhere: new SecurityGroupEgressRule(
        role,
        { ...https, cidrIpv4: "0.0.0.0/0", description, tags: tagsOf(role) },
        { parent },
      ),
    };
  }
  return Object.fromEntries(
    peers.map((peer) => {
      const role = childName(name, "https-egress", peer.key);
      const description = `HTTPS to ${peer.key}`;
      const args = { ...https, ...rulePeer(peer, destinations, parent), description, tags: tagsOf(role) };
      return [peer.key, new SecurityGroupEgressRule(role, args, { parent })];
    }),
  );
}
