import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { EncryptedLogGroupArgs } from "./encrypted-log-group";
import { keyRegionProblems } from "./key-region";
import { retentionProblems } from "./log-retention";

export interface EncryptedLogGroupPlan {
  readonly prefix: string;
  readonly retentionInDays: number;
  readonly deletionProtection: boolean;
}

/** The arguments that are known before deployment; the key is only looked at when plain. */
export type PlannedLogGroupArgs = Omit<EncryptedLogGroupArgs, "naming" | "tags">;

/** @throws ArgumentError naming every illegal argument */
export function planEncryptedLogGroup(name: string, args: PlannedLogGroupArgs): EncryptedLogGroupPlan {
  const inProduction = (args.profile ?? "production") === "production";
  const plan: EncryptedLogGroupPlan = {
    prefix: args.prefix ?? "/",
    // A year is what auditors ask for (Security Hub CloudWatch.16).
    retentionInDays: args.retentionInDays ?? (inProduction ? 365 : 14),
    deletionProtection: inProduction,
  };
  assertNoProblems(`EncryptedLogGroup "${name}"`, [
    ...retentionProblems(plan.retentionInDays),
    ...keyProblems(args.kmsKeyArn),
    ...(args.region === undefined ? [] : keyRegionProblems("kmsKeyArn", args.kmsKeyArn, args.region)),
    ...prefixProblems(plan.prefix),
  ]);
  return plan;
}

function keyProblems(kmsKeyArn: EncryptedLogGroupArgs["kmsKeyArn"]): ArgumentProblem[] {
  if (typeof kmsKeyArn !== "string" || /^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/.+$/.test(kmsKeyArn)) return [];
  return [
    {
      argument: "kmsKeyArn",
      rule: "must be the ARN of a key: CloudWatch Logs takes neither a key id nor an alias",
      value: kmsKeyArn,
      remedy: "pass the arn output of the key",
    },
  ];
}

function prefixProblems(prefix: string): ArgumentProblem[] {
  if (/^[.\-_/#A-Za-z0-9]*$/.test(prefix) && !prefix.startsWith("aws/")) return [];
  return [
    {
      argument: "prefix",
      rule: "must not start with aws/ and must consist of letters, digits and . - _ / #",
      value: prefix,
      remedy: "use for example /aws/events/",
    },
  ];
}
