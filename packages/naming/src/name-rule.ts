/** What AWS demands of the physical name of one resource type. */
export interface NameRule {
  /** The input of the Pulumi resource that holds the name. */
  readonly property: string;
  readonly minLength: number;
  readonly maxLength: number;
  /** Matches the whole name; says nothing about its length. */
  readonly pattern: RegExp;
  /** The pattern in words, as errors print it. */
  readonly characters: string;
  /** How every name of the type has to start. */
  readonly requiredPrefix?: string;
  /** How no name may start, whatever the case. */
  readonly forbiddenStarts?: readonly string[];
  /** How no name may end. */
  readonly forbiddenEnds?: readonly string[];
  /** An ending that AWS takes but warns of: names made here do not have it. */
  readonly avoidedEnding?: RegExp;
  /** Where the name has to be the only one of its type. */
  readonly uniqueIn: "partition" | "account" | "account and region" | "vpc" | "parent";
  /** AWS takes two names that differ only in case for the same. */
  readonly caseInsensitive?: true;
  /** A new name means a new resource. */
  readonly renameReplaces: boolean;
}

/** The sentences of the rule that `name` breaks, worded to follow "must"; empty for a legal name. */
export function brokenRules(rule: NameRule, name: string): string[] {
  const lowerCase = name.toLowerCase();
  const start = rule.forbiddenStarts?.find((forbidden) => lowerCase.startsWith(forbidden));
  const end = rule.forbiddenEnds?.find((forbidden) => name.endsWith(forbidden));
  const broken: [boolean, string][] = [
    [name.length < rule.minLength || name.length > rule.maxLength, `have ${rule.minLength} to ${rule.maxLength} characters`],
    [!rule.pattern.test(name), `consist of ${rule.characters}`],
    [rule.requiredPrefix !== undefined && !name.startsWith(rule.requiredPrefix), `start with "${rule.requiredPrefix}"`],
    [start !== undefined, `not start with "${start}"`],
    [end !== undefined, `not end with "${end}"`],
  ];
  return broken.filter(([isBroken]) => isBroken).map(([, sentence]) => sentence);
}
