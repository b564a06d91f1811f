import type { Rule } from "../../rule";
import { inlinePolicyDecryptsNamedKeys } from "./inline-policy-decrypts-named-keys";
import { managedPolicyDecryptsNamedKeys } from "./managed-policy-decrypts-named-keys";
import { noAdministratorAccess } from "./no-administrator-access";
import { noAdministratorStatement } from "./no-administrator-statement";
import { noAwsManagedPolicies } from "./no-aws-managed-policies";
import { noCloudShellAccess } from "./no-cloud-shell-access";
import { noCredentialExposure } from "./no-credential-exposure";
import { noDataExfiltration } from "./no-data-exfiltration";
import { noFullIam } from "./no-full-iam";
import { noFullS3 } from "./no-full-s3";
import { noInlinePolicies } from "./no-inline-policies";
import { noOpenPermissionsManagement } from "./no-open-permissions-management";
import { noOpenRoleAssumption } from "./no-open-role-assumption";
import { noOpenS3Objects } from "./no-open-s3-objects";
import { noOpenWrites } from "./no-open-writes";
import { noPrivilegeEscalation } from "./no-privilege-escalation";
import { noPublicResourcePolicies } from "./no-public-resource-policies";
import { noStarResource } from "./no-star-resource";
import { noUsers } from "./no-users";
import { noWholeService } from "./no-whole-service";
import { noWildcards } from "./no-wildcards";
import { passRoleRestricted } from "./pass-role-restricted";
import { policiesInOnePlace } from "./policies-in-one-place";
import { trustConfusedDeputy } from "./trust-confused-deputy";
import { trustNamesPrincipals } from "./trust-names-principals";
import { trustNoWholeAccount } from "./trust-no-whole-account";

export const iamRules: readonly Rule[] = [
  noAdministratorStatement,
  noWholeService,
  noAwsManagedPolicies,
  noWildcards,
  noStarResource,
  noPrivilegeEscalation,
  noCredentialExposure,
  noDataExfiltration,
  noOpenPermissionsManagement,
  noOpenWrites,
  noFullIam,
  noAdministratorAccess,
  trustNamesPrincipals,
  trustNoWholeAccount,
  trustConfusedDeputy,
  noOpenRoleAssumption,
  passRoleRestricted,
  noFullS3,
  noOpenS3Objects,
  managedPolicyDecryptsNamedKeys,
  inlinePolicyDecryptsNamedKeys,
  noInlinePolicies,
  policiesInOnePlace,
  noUsers,
  noCloudShellAccess,
  noPublicResourcePolicies,
];
