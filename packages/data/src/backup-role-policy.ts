import { type ArgumentProblem, servicePrincipal } from "@org/infra-naming";
import type { GrantStatement } from "./grant-statement";
import type { PolicyStatement } from "./policy-document";

/** A statement about what a role may do: it names no principal. */
type IdentityStatement = Omit<PolicyStatement, "Principal">;

/** What the role needs of the vault, whatever is backed up. */
export interface BackupVault {
  readonly arn: string;
  readonly kmsKeyArn: string;
}

/** A grant whose resources are known. */
export type KnownGrant = Omit<GrantStatement, "resources"> & { readonly resources: readonly string[] };

/** Only AWS Backup may take the role, and only for this account. */
export function backupTrustPolicy(accountId: string) {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AwsBackup",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: servicePrincipal("backup") },
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  };
}

function vaultGrants({ arn, kmsKeyArn }: BackupVault): KnownGrant[] {
  const about = { resourceSuffixes: [""] };
  return [
    // AWS has no resource for this action. AWS Backup refuses a selection whose role may not do it.
    { sid: "FindResources", actions: ["tag:GetResources"], resources: ["*"], ...about },
    {
      sid: "WriteIntoVault",
      actions: ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"],
      resources: [arn],
      ...about,
    },
    // Recovery points have ids that are drawn, not names.
    {
      sid: "TagRecoveryPoints",
      actions: ["backup:TagResource"],
      resources: [arn.replace(/:backup-vault:.*/, ":recovery-point:*")],
      ...about,
    },
    { sid: "DescribeKeys", actions: ["kms:DescribeKey"], resources: [kmsKeyArn], ...about },
    {
      sid: "LendKeys",
      actions: ["kms:CreateGrant"],
      resources: [kmsKeyArn],
      condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      ...about,
    },
    {
      sid: "UseVaultKey",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [kmsKeyArn],
      // Through an AWS service, never by itself: AWS does not say through which of them a vault is written.
      condition: { StringLike: { "kms:ViaService": "*" } },
      ...about,
    },
  ];
}

/** Statements of one id become one, so they may differ in their resources alone. */
export function grantProblems(grants: readonly GrantStatement[]): ArgumentProblem[] {
  const allowed = ({ actions, condition, resourceSuffixes }: Omit<GrantStatement, "resources">) =>
    JSON.stringify([actions, condition, resourceSuffixes]);
  const all = [...vaultGrants({ arn: "", kmsKeyArn: "" }), ...grants];
  const differing = grants.filter((grant) => all.some((other) => other.sid === grant.sid && allowed(other) !== allowed(grant)));
  return [...new Set(differing.map(({ sid }) => sid))].map((sid) => ({
    argument: "resources",
    rule: "must have grants that allow the same where their sid is the same",
    value: sid,
    remedy: "give one of them another sid",
  }));
}

/** Grants of one id are one statement, about the resources of all of them. */
function statementOf(sid: string, grants: readonly KnownGrant[]): IdentityStatement {
  const [{ actions, condition }] = grants;
  const resources = grants.flatMap((grant) =>
    grant.resources.flatMap((resource) => grant.resourceSuffixes.map((suffix) => `${resource}${suffix}`)),
  );
  return { Sid: sid, Effect: "Allow", Action: actions, Resource: [...new Set(resources)], ...(condition && { Condition: condition }) };
}

/**
 * What AWS Backup may do: write into one vault what the grants let it read. Taken from AWS's own policy for all
 * services, without those that are not backed up and with ARNs for its wildcards.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html
 */
export function backupRolePolicy(vault: BackupVault, grants: readonly KnownGrant[]) {
  const all = [...vaultGrants(vault), ...grants];
  const sids = [...new Set(all.map(({ sid }) => sid))];
  return {
    Version: "2012-10-17",
    Statement: sids.map((sid) => statementOf(sid, all.filter((grant) => grant.sid === sid))),
  };
}
