import type { ResourceDefinition } from "../../resource-definition";
import { ipSet } from "./ip-set";
import { webAcl } from "./web-acl";
import { webAclAssociation } from "./web-acl-association";
import { webAclLoggingConfiguration } from "./web-acl-logging-configuration";

export const wafv2Resources: readonly ResourceDefinition[] = [
  webAcl,
  webAclAssociation,
  webAclLoggingConfiguration,
  ipSet,
];
