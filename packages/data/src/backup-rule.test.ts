import { ArgumentError, type ArgumentProblem } from "@org/infra-naming";
import { type BackupRuleArgs, planBackup } from "./backup-rule";
import type { GrantStatement } from "./grant-statement";

const arn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const resource = (of: string = arn, grants: readonly GrantStatement[] = []) => ({ arn: of, backupGrant: () => grants });
const resources = [resource()];

function problemsOf(args: Partial<BackupRuleArgs>): readonly ArgumentProblem[] {
  try {
    planBackup("daily", { resources, ...args });
  } catch (error) {
    if (error instanceof ArgumentError) return error.problems;
    throw error;
  }
  return [];
}

describe("a backup rule", () => {
  it("takes a backup every day and keeps it for 35, with an hour to start and a day to finish", () => {
    expect(planBackup("daily", { resources })).toEqual({
      rule: {
        ruleName: "scheduled",
        schedule: "cron(0 5 * * ? *)",
        startWindow: 60,
        completionWindow: 1440,
        lifecycle: { deleteAfter: 35 },
      },
      protect: true,
      forceDestroy: false,
    });
  });

  it("has a vault that an ephemeral profile deletes with its backups", () => {
    expect(planBackup("daily", { resources, profile: "ephemeral" })).toMatchObject({ protect: false, forceDestroy: true });
  });

  it("takes another time and other days", () => {
    const { rule } = planBackup("daily", { resources, schedule: "cron(30 1 ? * SUN *)", deleteAfterDays: 120, coldStorageAfterDays: 30 });
    expect(rule).toMatchObject({ schedule: "cron(30 1 ? * SUN *)", lifecycle: { deleteAfter: 120, coldStorageAfter: 30 } });
  });

  it("refuses to delete what has not been in cold storage for 90 days", () => {
    expect(problemsOf({ deleteAfterDays: 119, coldStorageAfterDays: 30 })).toEqual([
      {
        argument: "deleteAfterDays",
        rule: "must be at least 120: what moves to cold storage stays there for 90 days",
        value: 119,
        remedy: "use 120 or more, or leave out coldStorageAfterDays",
      },
    ]);
  });

  it.each([0, 1.5, 36_501])("refuses %p days, which AWS Backup does not take", (days) => {
    expect(problemsOf({ deleteAfterDays: days, coldStorageAfterDays: days })).toEqual([
      { argument: "deleteAfterDays", rule: "must be a whole number of days from 1 to 36500", value: days, remedy: "use for example 35" },
      {
        argument: "coldStorageAfterDays",
        rule: "must be a whole number of days from 1 to 36500",
        value: days,
        remedy: "use for example 30, or leave it out",
      },
    ]);
  });

  it("takes the fewest and the most days", () => {
    expect(problemsOf({ deleteAfterDays: 1 })).toEqual([]);
    expect(problemsOf({ deleteAfterDays: 36_500, coldStorageAfterDays: 1 })).toEqual([]);
  });

  it.each(["0 5 * * ? *", "cron(0 5 * * ?)", "rate(1 day)", "cron(0 5 * * ? * *)"])("refuses the schedule %s", (schedule) => {
    expect(problemsOf({ schedule })).toEqual([
      {
        argument: "schedule",
        rule: "must be a cron expression of six fields (minutes, hours, day of month, month, day of week, year), in UTC",
        value: schedule,
        remedy: "use for example cron(0 5 * * ? *)",
      },
    ]);
  });

  it.each([0, 501])("refuses %p resources, which one selection does not take", (number) => {
    expect(problemsOf({ resources: Array.from({ length: number }, () => resource()) })).toEqual([
      {
        argument: "resources",
        rule: "must be 1 to 500, as many as one selection of AWS Backup takes",
        value: number,
        remedy: "name for example a Table, and spread more of them over several plans",
      },
    ]);
  });

  it("takes 500 resources", () => {
    expect(problemsOf({ resources: Array.from({ length: 500 }, () => resource()) })).toEqual([]);
  });

  it.each(["orders", "arn:aws:dynamodb:*:*:table/*"])("refuses to back up %s", (of) => {
    expect(problemsOf({ resources: [resource(), resource(of)] })).toEqual([
      {
        argument: "resources[1].arn",
        rule: "must be an ARN without wildcards: the plan backs up what it names and nothing else",
        value: of,
        remedy: "name each resource",
      },
    ]);
  });

  it("refuses a Region that cannot be one", () => {
    expect(problemsOf({ region: "mars" }).map(({ argument, value }) => [argument, value])).toEqual([["region", "mars"]]);
  });

  it("refuses grants of one sid that allow different things, its own included, and takes equal ones", () => {
    const read = { sid: "Read", actions: ["s3:GetObject"], resources: [arn], resourceSuffixes: [""] };
    const write = { ...read, actions: ["s3:PutObject"] };
    const vault = { ...read, sid: "UseVaultKey" };
    expect(problemsOf({ resources: [resource(arn, [read]), resource(arn, [write, vault])] })).toEqual([
      {
        argument: "resources",
        rule: "must have grants that allow the same where their sid is the same",
        value: "Read",
        remedy: "give one of them another sid",
      },
      {
        argument: "resources",
        rule: "must have grants that allow the same where their sid is the same",
        value: "UseVaultKey",
        remedy: "give one of them another sid",
      },
    ]);
    expect(problemsOf({ resources: [resource(arn, [read]), resource(arn, [{ ...read, resources: [`${arn}/2`] }])] })).toEqual([]);
  });
});
