import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { valuesAt } from "../../property-path";
import type { Refusal, Rule } from "../../rule";

const lifecyclePage = "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html";
const MINUTES = 60;
const MAX_DAYS = 36_500;
const DAYS_IN_COLD_STORAGE = 90;

/** A plan's rule, as far as it is known. */
interface PlanRule {
  readonly name: string;
  readonly values: PropertyMap;
  readonly lifecycle: PropertyMap;
}

function mapOf(value: unknown): PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as PropertyMap) : {};
}

function rulesOf(inputs: PropertyMap): PlanRule[] {
  return valuesAt(inputs, "rules[]").map(({ value }) => {
    const values = mapOf(value);
    return { name: String(values["ruleName"]), values, lifecycle: mapOf(values["lifecycle"]) };
  });
}

function days(lifecycle: PropertyMap, property: string): number {
  const value = lifecycle[property];
  return typeof value === "number" ? value : 0;
}

/** The answer about the first rule of the plan that has a fault. */
function firstFault(inputs: PropertyMap, faultOf: (rule: PlanRule) => string | undefined): Refusal | undefined {
  for (const rule of rulesOf(inputs)) {
    const fault = faultOf(rule);
    if (fault !== undefined) {
      return { code: "InvalidParameterValueException", message: `Error in rule ${rule.name} : ${fault}` };
    }
  }
  return undefined;
}

// Whether the vault of a rule exists is not asked: no source was found for what AWS answers then.
const vaultName: Rule = {
  id: "backup/plan-vault-name",
  source: "https://github.com/aws/aws-cdk/issues/8685",
  cause: "A rule names a vault by a name that no vault can have.",
  remedy: "Give the `name` of a backup vault as targetVaultName: 2 to 50 letters, digits, _ and -.",
  reads: ["rules"],
  refuse: ({ inputs }) =>
    firstFault(inputs, ({ values }) => {
      const name = values["targetVaultName"];
      if (typeof name !== "string" || isUnknown(name) || /^[a-zA-Z0-9_-]{2,50}$/.test(name)) return undefined;
      return `Backup vault name ${name} is not valid`;
    }),
};

const deletion: Rule = {
  id: "backup/plan-delete-after",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/24960",
  cause: "Recovery points are kept for a hundred years at most.",
  remedy: `Set deleteAfter to 1 to ${MAX_DAYS} days, or leave it out to keep them for ever.`,
  reads: ["rules"],
  refuse: ({ inputs }) =>
    firstFault(inputs, ({ lifecycle }) =>
      days(lifecycle, "deleteAfter") > MAX_DAYS
        ? `Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than ${MAX_DAYS} days`
        : undefined,
    ),
};

const coldStorage: Rule = {
  id: "backup/plan-cold-storage",
  source: lifecyclePage,
  cause: `What is moved to cold storage stays there for ${DAYS_IN_COLD_STORAGE} days at least.`,
  remedy: `Set deleteAfter to coldStorageAfter + ${DAYS_IN_COLD_STORAGE} days or more, or leave coldStorageAfter out.`,
  reads: ["rules"],
  refuse: ({ inputs }) =>
    firstFault(inputs, ({ lifecycle }) => {
      const [cold, deleted] = [days(lifecycle, "coldStorageAfter"), days(lifecycle, "deleteAfter")];
      // The provider sends no number below 1.
      if (cold < 1 || deleted < 1 || deleted >= cold + DAYS_IN_COLD_STORAGE) return undefined;
      return `Invalid lifecycle. DeleteAfterDays cannot be less than ${DAYS_IN_COLD_STORAGE} days apart from MoveToColdStorageAfterDays`;
    }),
};

const continuousStaysWarm: Rule = {
  id: "backup/plan-continuous-stays-warm",
  source: "https://github.com/lgallard/terraform-aws-backup/issues/40",
  cause: "Continuous backups are not moved to cold storage.",
  remedy: "Leave coldStorageAfter out, or make a rule of its own for it without enableContinuousBackup.",
  reads: ["rules"],
  refuse: ({ inputs }) =>
    firstFault(inputs, ({ values, lifecycle }) =>
      values["enableContinuousBackup"] === true && days(lifecycle, "coldStorageAfter") > 0
        ? "Invalid lifecycle. MoveToColdStorageAfterDays is unavailable"
        : undefined,
    ),
};

// AWS documents the bound and that less is an error, not its words.
const startWindow: Rule = {
  id: "backup/plan-start-window",
  source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html",
  cause: "A backup job has at least an hour to start.",
  remedy: `Set startWindow to ${MINUTES} minutes or more.`,
  reads: ["rules"],
  refuse: ({ inputs }) =>
    firstFault(inputs, ({ values }) => {
      const window = values["startWindow"];
      if (typeof window !== "number" || window >= MINUTES) return undefined;
      return `Invalid backup window. StartWindowMinutes must be at least ${MINUTES} minutes`;
    }),
};

/** What AWS Backup refuses in the rules of a plan. */
export const planRules: readonly Rule[] = [vaultName, deletion, coldStorage, continuousStaysWarm, startWindow];
