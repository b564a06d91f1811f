import type { Rule } from "../../rule";
import { bucketOriginAccessControl } from "./bucket-origin-access-control";
import { bucketOriginsExist } from "./bucket-origins-exist";
import { defaultRootObject } from "./default-root-object";
import { distributionEnabled } from "./distribution-enabled";
import { encryptedOrigins } from "./encrypted-origins";
import { fieldLevelEncryption } from "./field-level-encryption";
import { functionOriginAccessControl } from "./function-origin-access-control";
import { geoRestriction } from "./geo-restriction";
import { legacyAccessLogs } from "./legacy-access-logs";
import { log4jOnDistribution } from "./log4j-on-distribution";
import { originFailover } from "./origin-failover";
import { originTlsVersions } from "./origin-tls-versions";
import { ownCertificate } from "./own-certificate";
import { postQuantumViewers } from "./post-quantum-viewers";
import { pulumiViewerTlsPolicy } from "./pulumi-viewer-tls-policy";
import { responseHeadersPolicy } from "./response-headers-policy";
import { serverNameIndication } from "./server-name-indication";
import { strictTransportSecurity } from "./strict-transport-security";
import { trustedKeyGroups } from "./trusted-key-groups";
import { viewerTlsPolicy } from "./viewer-tls-policy";
import { viewersUseHttps } from "./viewers-use-https";
import { webAclOnDistribution } from "./web-acl-on-distribution";

export const cloudfrontRules: readonly Rule[] = [
  defaultRootObject,
  viewersUseHttps,
  originFailover,
  legacyAccessLogs,
  webAclOnDistribution,
  ownCertificate,
  serverNameIndication,
  viewerTlsPolicy,
  pulumiViewerTlsPolicy,
  encryptedOrigins,
  originTlsVersions,
  bucketOriginsExist,
  bucketOriginAccessControl,
  functionOriginAccessControl,
  trustedKeyGroups,
  geoRestriction,
  responseHeadersPolicy,
  strictTransportSecurity,
  log4jOnDistribution,
  distributionEnabled,
  postQuantumViewers,
  fieldLevelEncryption,
];
