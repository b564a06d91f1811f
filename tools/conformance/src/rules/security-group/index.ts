import type { Rule } from "../../rule";
import { noInlineHttpIngress } from "./no-inline-http-ingress";
import { noOpenEgress } from "./no-open-egress";
import { noOpenIngress } from "./no-open-ingress";
import { openIngressAdministration } from "./open-ingress-administration";
import { openIngressAdministrationIpv6 } from "./open-ingress-administration-ipv6";
import { openIngressAllPorts } from "./open-ingress-all-ports";
import { openIngressFileSharing } from "./open-ingress-file-sharing";
import { openIngressHighRiskPorts } from "./open-ingress-high-risk-ports";
import { openIngressHttp } from "./open-ingress-http";
import { openIngressRdp } from "./open-ingress-rdp";
import { openIngressSsh } from "./open-ingress-ssh";
import { openIngressWebOnly } from "./open-ingress-web-only";
import { ruleDescription } from "./rule-description";
import { rulesInOnePlace } from "./rules-in-one-place";
import { securityGroupDescription } from "./security-group-description";
import { securityGroupInUse } from "./security-group-in-use";

export const securityGroupRules: readonly Rule[] = [
  openIngressWebOnly,
  openIngressHighRiskPorts,
  openIngressSsh,
  openIngressRdp,
  openIngressAdministration,
  openIngressAdministrationIpv6,
  openIngressFileSharing,
  noOpenIngress,
  openIngressHttp,
  noInlineHttpIngress,
  openIngressAllPorts,
  noOpenEgress,
  securityGroupDescription,
  ruleDescription,
  securityGroupInUse,
  rulesInOnePlace,
];
