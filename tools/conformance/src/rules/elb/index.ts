import type { Rule } from "../../rule";
import { accessLogs } from "./access-logs";
import { crossZoneBalancing } from "./cross-zone-balancing";
import { currentTlsPolicy } from "./current-tls-policy";
import { desyncMitigation } from "./desync-mitigation";
import { dropsInvalidHeaders } from "./drops-invalid-headers";
import { encryptedHealthChecks } from "./encrypted-health-checks";
import { encryptedTargets } from "./encrypted-targets";
import { healthCheckPath } from "./health-check-path";
import { httpRedirectsToHttps } from "./http-redirects-to-https";
import { httpsListenersOnly } from "./https-listeners-only";
import { internalLoadBalancer } from "./internal-load-balancer";
import { listenerCertificate } from "./listener-certificate";
import { loadBalancerDeletionProtection } from "./load-balancer-deletion-protection";
import { loadBalancerHasListener } from "./load-balancer-has-listener";
import { loadBalancerInTwoZones } from "./load-balancer-in-two-zones";
import { log4jOnLoadBalancer } from "./log4j-on-load-balancer";
import { postQuantumListener } from "./post-quantum-listener";
import { pulumiTlsPolicy } from "./pulumi-tls-policy";
import { recommendedTlsPolicy } from "./recommended-tls-policy";
import { webAclOnLoadBalancer } from "./web-acl-on-load-balancer";

export const elbRules: readonly Rule[] = [
  httpRedirectsToHttps,
  httpsListenersOnly,
  recommendedTlsPolicy,
  currentTlsPolicy,
  pulumiTlsPolicy,
  dropsInvalidHeaders,
  accessLogs,
  loadBalancerDeletionProtection,
  desyncMitigation,
  loadBalancerInTwoZones,
  webAclOnLoadBalancer,
  log4jOnLoadBalancer,
  internalLoadBalancer,
  encryptedTargets,
  encryptedHealthChecks,
  healthCheckPath,
  crossZoneBalancing,
  listenerCertificate,
  postQuantumListener,
  loadBalancerHasListener,
];
