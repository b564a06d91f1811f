import type { ArgumentProblem } from "@org/infra-naming";
import { isIPv4, isIPv6 } from "node:net";

export type AddressListKind = "allowed" | "blocked";

/** One IP set: WAF keeps IPv4 and IPv6 addresses apart. */
export interface AddressSet {
  readonly list: AddressListKind;
  readonly version: "IPV4" | "IPV6";
  /** CIDR blocks, sorted, each once. */
  readonly addresses: readonly string[];
  /** What the set is called within its web ACL: `allowed-ipv4`. */
  readonly role: string;
}

/** The longest prefix, that of a single address. */
const longestPrefix = { IPV4: 32, IPV6: 128 } as const;
/** AWS's limit for one IP set. */
const MOST_ADDRESSES = 10_000;

type Version = AddressSet["version"];

function versionOf(address: string): Version | undefined {
  if (isIPv4(address)) return "IPV4";
  return isIPv6(address) && !address.includes("%") ? "IPV6" : undefined;
}

/** The block that `text` names, with the prefix of a single address put behind an address without one. */
function block(text: string): { readonly version: Version; readonly cidr: string } | undefined {
  const [address, prefix, ...rest] = text.split("/");
  const version = versionOf(address);
  if (version === undefined || rest.length > 0) return undefined;
  if (prefix === undefined) return { version, cidr: `${address.toLowerCase()}/${longestPrefix[version]}` };
  const bits = Number(prefix);
  const legal = /^[1-9]\d{0,2}$/.test(prefix) && bits <= longestPrefix[version];
  return legal ? { version, cidr: `${address.toLowerCase()}/${bits}` } : undefined;
}

/** The IP sets that a list needs: none, one or two. Illegal addresses are left out; see `addressProblems`. */
export function addressSets(list: AddressListKind, addresses: readonly string[]): AddressSet[] {
  const blocks = addresses.flatMap((text) => block(text) ?? []);
  return (["IPV4", "IPV6"] as const)
    .map((version) => ({
      list,
      version,
      addresses: [...new Set(blocks.filter((other) => other.version === version).map(({ cidr }) => cidr))].sort(),
      role: `${list}-${version.toLowerCase()}`,
    }))
    .filter((set) => set.addresses.length > 0);
}

/**
 * What is wrong with a list of addresses.
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateIPSet.html
 */
export function addressProblems(list: AddressListKind, addresses: readonly string[]): ArgumentProblem[] {
  const argument = `${list}Addresses`;
  const problems: ArgumentProblem[] = addresses
    .filter((text) => block(text) === undefined)
    .map((value) => ({
      argument,
      rule: "must hold IPv4 or IPv6 addresses or CIDR blocks; WAF takes no /0",
      value,
      remedy: "use for example 192.0.2.0/24, 192.0.2.44 or 2001:db8::/32",
    }));
  for (const set of addressSets(list, addresses).filter((set) => set.addresses.length > MOST_ADDRESSES)) {
    problems.push({
      argument,
      rule: `must hold at most ${MOST_ADDRESSES} ${set.version === "IPV4" ? "IPv4" : "IPv6"} blocks`,
      value: `${set.addresses.length} blocks`,
      remedy: "join neighbouring blocks into wider ones",
    });
  }
  return problems;
}
