import { isIP } from "node:net";
import type { ArgumentProblem } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";

/**
 * Who may open a connection to the load balancer's listeners: CloudFront alone, or what is declared one by one.
 * Nothing is open that is not named here.
 */
export type TrafficSources = "cloudfront" | DeclaredSources;

/** Sources by kind. Each becomes one security-group rule for each listener, keyed by what it lets in. */
export interface DeclaredSources {
  /**
   * CloudFront's origin-facing servers, by AWS's managed prefix list. It fills 55 of the 60 rules that a security group
   * holds, so there is room for one listener. The list lets in every customer's distributions, not only yours. A VPC
   * origin comes from these addresses, too.
   * @default false
   *
   * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html
   */
  readonly cloudFront?: boolean;
  /** IPv4 and IPv6 networks, for example `203.0.113.0/24`. @default none */
  readonly cidrBlocks?: readonly string[];
  /**
   * Ids of prefix lists, each under a name of your choice that identifies its rule. AWS counts a list's maximum number
   * of entries against the quota, which is not known here: the list is counted as one rule.
   * @default none
   */
  readonly prefixListIds?: Readonly<Record<string, Input<string>>>;
  /**
   * Ids of security groups, each under a name of your choice that identifies its rule: that of a proxy, or the
   * `CloudFront-VPCOrigins-Service-SG` that CloudFront makes with the first VPC origin of a network, which lets in your
   * distributions alone.
   * @default none
   */
  readonly securityGroupIds?: Readonly<Record<string, Input<string>>>;
}

/** One source of a rule: `key` is stable for as long as the source is the same. */
export type TrafficPeer =
  | { readonly kind: "cloudFront"; readonly key: "cloudfront" }
  | { readonly kind: "cidrIpv4" | "cidrIpv6"; readonly key: string; readonly cidrBlock: string }
  | { readonly kind: "prefixList" | "securityGroup"; readonly key: string; readonly label: string };

/** Default quota of inbound rules of a security group. */
const ruleQuota = 60;
/** What the origin-facing prefix list counts against the quota. */
const cloudFrontWeight = 55;

/** The sources by kind, whichever way they were said. */
export function declaredSources(sources: TrafficSources): DeclaredSources {
  return sources === "cloudfront" ? { cloudFront: true } : sources;
}

export function planTrafficPeers(sources: DeclaredSources): TrafficPeer[] {
  const cidrBlocks = (sources.cidrBlocks ?? []).map((cidrBlock): TrafficPeer => {
    const kind = cidrBlock.includes(":") ? "cidrIpv6" : "cidrIpv4";
    return { kind, key: cidrBlock.replaceAll(/[:/]/g, "-"), cidrBlock };
  });
  const labelled = (kind: "prefixList" | "securityGroup", ids: Readonly<Record<string, Input<string>>> = {}) =>
    Object.keys(ids).map((label): TrafficPeer => ({ kind, key: `${kind === "prefixList" ? "pl" : "sg"}-${label}`, label }));
  return [
    ...(sources.cloudFront ? [{ kind: "cloudFront", key: "cloudfront" } as const] : []),
    ...cidrBlocks,
    ...labelled("prefixList", sources.prefixListIds),
    ...labelled("securityGroup", sources.securityGroupIds),
  ];
}

/** Problems of the peers themselves, and of the rules they need for the given number of ports. */
export function trafficSourceProblems(
  peers: readonly TrafficPeer[],
  portCount: number,
  argument = "sources",
): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  const seen = new Set<string>();
  for (const peer of peers) {
    if (!("cidrBlock" in peer)) continue;
    if (!isNetwork(peer.cidrBlock)) {
      problems.push({
        argument: `${argument}.cidrBlocks`,
        rule: "must be networks in CIDR notation, without host bits",
        value: peer.cidrBlock,
        remedy: "use for example 203.0.113.0/24 or 2001:db8::/32",
      });
    }
    if (seen.has(peer.cidrBlock)) {
      problems.push({
        argument: `${argument}.cidrBlocks`,
        rule: "must name each network once",
        value: peer.cidrBlock,
        remedy: "remove the repetition",
      });
    }
    seen.add(peer.cidrBlock);
  }
  const fromCloudFront = peers.some(({ kind }) => kind === "cloudFront") ? cloudFrontWeight : 0;
  const others = peers.filter(({ kind }) => kind !== "cloudFront").length;
  const total = portCount * (fromCloudFront + others);
  if (total > ruleQuota) {
    problems.push({
      argument,
      rule:
        `must need at most ${ruleQuota} rules of the security group: one for each source and listener, ` +
        `and ${cloudFrontWeight} for cloudFront`,
      value: `${portCount} x (${fromCloudFront} + ${others}) = ${total}`,
      remedy: "use one listener with cloudFront, or gather networks in a prefix list",
    });
  }
  return problems;
}

function isNetwork(cidrBlock: string): boolean {
  const [address, prefix = "", ...rest] = cidrBlock.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(prefix)) return false;
  const length = Number(prefix);
  // Host bits of IPv6 are left to AWS: its short forms have many spellings of one network.
  if (version === 6) return length <= 128;
  if (length > 32) return false;
  const bits = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return bits % 2 ** (32 - length) === 0;
}
