import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { BackedUpResource } from "./backup-plan";
import { grantProblems } from "./backup-role-policy";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";

/** The plain arguments that decide what a `BackupPlan` creates. */
export interface BackupRuleArgs {
  readonly resources: readonly BackedUpResource[];
  readonly schedule?: string;
  readonly deleteAfterDays?: number;
  readonly coldStorageAfterDays?: number;
  readonly region?: string;
  readonly profile?: Profile;
}

/** When a backup is taken and how long it is kept; `rule` is in the property names of `aws.backup.Plan`. */
export interface BackupRule {
  readonly rule: {
    readonly ruleName: string;
    readonly schedule: string;
    readonly startWindow: number;
    readonly completionWindow: number;
    readonly lifecycle: { readonly deleteAfter: number; readonly coldStorageAfter?: number };
  };
  /** Whether Pulumi refuses to delete the vault. */
  readonly protect: boolean;
  /** Whether the vault may be deleted with the backups in it. */
  readonly forceDestroy: boolean;
}

/** AWS Backup's limit for a selection that names its resources one by one. */
const mostResources = 500;
/** A recovery point is kept for a hundred years at most. */
const mostDays = 36_500;
/** What is in cold storage is paid for, and so kept, as long as this. */
const coldStorageDays = 90;

// The job starts within an hour, and has the rest of the day: a backup that AWS Backup breaks off is none.
const startWindowMinutes = 60;
const completionWindowMinutes = 24 * 60;

function daysProblems(argument: string, days: number, remedy: string): ArgumentProblem[] {
  if (Number.isInteger(days) && days >= 1 && days <= mostDays) return [];
  return [{ argument, rule: `must be a whole number of days from 1 to ${mostDays}`, value: days, remedy }];
}

function lifecycleProblems(deleteAfterDays: number, coldStorageAfterDays: number | undefined): ArgumentProblem[] {
  const problems = daysProblems("deleteAfterDays", deleteAfterDays, "use for example 35");
  if (coldStorageAfterDays === undefined) return problems;
  problems.push(...daysProblems("coldStorageAfterDays", coldStorageAfterDays, "use for example 30, or leave it out"));
  const least = coldStorageAfterDays + coldStorageDays;
  if (problems.length === 0 && deleteAfterDays < least) {
    problems.push({
      argument: "deleteAfterDays",
      rule: `must be at least ${least}: what moves to cold storage stays there for ${coldStorageDays} days`,
      value: deleteAfterDays,
      remedy: `use ${least} or more, or leave out coldStorageAfterDays`,
    });
  }
  return problems;
}

function scheduleProblems(schedule: string): ArgumentProblem[] {
  if (/^cron\(\S+( \S+){5}\)$/.test(schedule)) return [];
  return [
    {
      argument: "schedule",
      rule: "must be a cron expression of six fields (minutes, hours, day of month, month, day of week, year), in UTC",
      value: schedule,
      remedy: "use for example cron(0 5 * * ? *)",
    },
  ];
}

function resourceProblems(resources: BackupRuleArgs["resources"]): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (resources.length < 1 || resources.length > mostResources) {
    problems.push({
      argument: "resources",
      rule: `must be 1 to ${mostResources}, as many as one selection of AWS Backup takes`,
      value: resources.length,
      remedy: "name for example a Table, and spread more of them over several plans",
    });
  }
  resources.forEach(({ arn }, index) => {
    if (typeof arn !== "string" || /^arn:[^*]+$/.test(arn)) return;
    problems.push({
      argument: `resources[${index}].arn`,
      rule: "must be an ARN without wildcards: the plan backs up what it names and nothing else",
      value: arn,
      remedy: "name each resource",
    });
  });
  return problems;
}

/** @throws ArgumentError when AWS Backup would refuse the schedule, the days or the number of resources */
export function planBackup(name: string, args: BackupRuleArgs): BackupRule {
  const { coldStorageAfterDays, deleteAfterDays = 35, profile = "production", schedule = "cron(0 5 * * ? *)" } = args;
  assertNoProblems(`BackupPlan "${name}"`, [
    ...(args.region === undefined ? [] : regionProblems(args.region)),
    ...resourceProblems(args.resources),
    ...grantProblems(args.resources.flatMap((resource) => resource.backupGrant())),
    ...scheduleProblems(schedule),
    ...lifecycleProblems(deleteAfterDays, coldStorageAfterDays),
  ]);
  const { deletionProtection, forceDestroy } = dataProtection[profile];
  return {
    rule: {
      ruleName: "scheduled",
      schedule,
      startWindow: startWindowMinutes,
      completionWindow: completionWindowMinutes,
      lifecycle: {
        deleteAfter: deleteAfterDays,
        ...(coldStorageAfterDays !== undefined && { coldStorageAfter: coldStorageAfterDays }),
      },
    },
    protect: deletionProtection,
    forceDestroy,
  };
}
