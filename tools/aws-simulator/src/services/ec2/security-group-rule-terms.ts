import type { PropertyValue } from "@org/offline-engine";
import type { Refusal } from "../../rule";
import { isIpv6Cidr, parseCidr } from "./cidr";

/** What one rule of a security group says, whichever resource it comes from. */
export interface RuleTerms {
  readonly protocol: PropertyValue | undefined;
  readonly fromPort: PropertyValue | undefined;
  readonly toPort: PropertyValue | undefined;
  readonly ipv4: readonly PropertyValue[];
  readonly ipv6: readonly PropertyValue[];
  readonly description: PropertyValue | undefined;
}

// Names that the provider turns into IANA numbers.
const PROTOCOLS = new Set(
  "all tcp udp icmp icmpv6 ah argus ax.25 bbn-rcc bna br-sat-mon cbt cftp chaos compaq-peer cphb cpnx crtp crudp dccp dcn-meas ddp ddx dfs dsr egp eigrp emcon encap esp etherip fc fire ggp gmtp gre hip hmp hopopt idp il ipcv ipip iplt ipv6 ipv6-frag ipv6-icmp ipv6-nonxt ipv6-opts ipv6-route irtp iso-ip isis kryptolan l2tp larp leaf-1 manet merit-inp mhrp mobile mtp mux narp netblt ospfigp pim pnni ptp pup pvp qnx rdp rohc rsvp scps sctp sdrp secure-vmtp shim6 skip smp snp sprite-rpc srp sscopmce st stp swipe tlsp trunk-1 trunk-2 ttp udplite uti vines visa vmtp vrrp xns-idp xtp".split(" "),
);
const WITH_PORTS = new Set(["tcp", "udp", "6", "17"]);

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export function refuseTerms(terms: RuleTerms): Refusal | undefined {
  return refuseProtocol(terms) ?? refusePorts(terms) ?? refuseBlocks(terms) ?? refuseDescription(terms.description, "rule");
}

function refuseProtocol({ protocol }: RuleTerms): Refusal | undefined {
  const name = String(protocol).toLowerCase();
  if (PROTOCOLS.has(name) || (/^-?\d+$/.test(name) && Number(name) >= -1 && Number(name) <= 255)) return undefined;
  return {
    code: "InvalidParameterValue",
    message: `Invalid value '${String(protocol)}' for IP protocol. Unknown protocol.`,
    remedy: "Use tcp, udp, icmp, icmpv6, -1 for all, or an IANA protocol number.",
  };
}

function refusePorts({ protocol, fromPort, toPort }: RuleTerms): Refusal | undefined {
  if (!WITH_PORTS.has(String(protocol).toLowerCase())) return undefined;
  if (typeof fromPort !== "number" || typeof toPort !== "number") {
    return {
      code: "InvalidParameterValue",
      message: "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
      remedy: "Pass fromPort and toPort.",
    };
  }
  const illegal = [fromPort, toPort].find((port) => !Number.isInteger(port) || port < 0 || port > 65_535);
  if (illegal === undefined && fromPort <= toPort) return undefined;
  return {
    code: "InvalidParameterValue",
    message: illegal === undefined ? `Invalid TCP/UDP port range (${fromPort}:${toPort})` : `Invalid value '${illegal}' for port. Must be between 0 and 65535.`,
    remedy: "Use ports of 0 to 65535, fromPort not above toPort.",
  };
}

function refuseBlocks({ ipv4, ipv6 }: RuleTerms): Refusal | undefined {
  const bad =
    ipv4.find((value) => typeof value === "string" && parseCidr(value) === undefined) ??
    ipv6.find((value) => typeof value === "string" && !isIpv6Cidr(value));
  if (bad === undefined) return undefined;
  return {
    code: "InvalidParameterValue",
    message: `CIDR block ${String(bad)} is malformed`,
    remedy: "Use a block such as 10.0.0.0/16, or ::/0 for IPv6.",
  };
}

const LEGAL_DESCRIPTION = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;

/** Descriptions of groups and rules take the same characters. */
export function refuseDescription(description: PropertyValue | undefined, what: "security group" | "rule"): Refusal | undefined {
  if (typeof description !== "string" || LEGAL_DESCRIPTION.test(description)) return undefined;
  const subject = what === "rule" ? "rule description" : "security group description";
  return {
    code: "InvalidParameterValue",
    message: `Invalid ${subject}. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*`,
    remedy: "Shorten the description, or leave out the characters that are not in the set.",
  };
}
