import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { AccountBaselineArgs } from "./account-baseline";

/** One thing that an account's Region does, or all of the account's buckets, unless told otherwise. */
export type AccountSetting = "ebsEncryption" | "snapshotSharing" | "imageSharing" | "instanceMetadata" | "s3PublicAccess";

const accountSettings: readonly AccountSetting[] = [
  "ebsEncryption",
  "snapshotSharing",
  "imageSharing",
  "instanceMetadata",
  "s3PublicAccess",
];

/**
 * The settings that the component makes.
 *
 * @throws ArgumentError naming every illegal argument
 */
export function planAccountBaseline(name: string, { except = [] }: AccountBaselineArgs): readonly AccountSetting[] {
  const settings = accountSettings.filter((setting) => !except.includes(setting));
  assertNoProblems(`AccountBaseline "${name}"`, exceptProblems(except, settings));
  return settings;
}

function exceptProblems(except: readonly AccountSetting[], settings: readonly AccountSetting[]): ArgumentProblem[] {
  const problems: ArgumentProblem[] = except
    .filter((setting, index) => !accountSettings.includes(setting) || except.indexOf(setting) !== index)
    .map((value) => ({
      argument: "except",
      rule: `must name settings of the baseline, each once: ${accountSettings.join(", ")}`,
      value,
      remedy: "correct the name, or remove the repetition",
    }));
  if (settings.length === 0) {
    problems.push({
      argument: "except",
      rule: "must leave at least one setting",
      value: except,
      remedy: "leave the component out when somebody else makes all of them",
    });
  }
  return problems;
}
