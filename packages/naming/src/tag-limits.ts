import type { ArgumentProblem } from "./argument-error";

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const MAX_TAGS = 50;
/** EC2 documents 127 characters for keys, all others 128: what fits EC2 fits everywhere. */
const MAX_KEY_LENGTH = 127;
const MAX_VALUE_LENGTH = 256;

/** What every service takes; some take more. */
const FORBIDDEN_CHARACTER = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const CHARACTERS = "letters, digits, spaces and _ . : / = + - @";

/** What a text can be as the value of a tag: forbidden characters replaced by -, what is too long cut. */
export function asTagValue(text: string): string {
  const replaced = text.replace(FORBIDDEN_CHARACTER, "-").replace(/^(aws):/i, "$1-");
  return [...replaced].slice(0, MAX_VALUE_LENGTH).join("");
}

function lengthOf(text: string): number {
  return [...text].length; // AWS counts characters, JavaScript counts UTF-16 units.
}

function brokenTagRules(text: string, noun: "key" | "value"): string[] {
  const min = noun === "key" ? 1 : 0;
  const max = noun === "key" ? MAX_KEY_LENGTH : MAX_VALUE_LENGTH;
  const broken: [boolean, string][] = [
    [lengthOf(text) < min || lengthOf(text) > max, `must have a ${noun} of ${min} to ${max} characters`],
    [text.search(FORBIDDEN_CHARACTER) >= 0, `must have a ${noun} of ${CHARACTERS}`],
    [/^aws:/i.test(text), `must have a ${noun} that does not start with "aws:"`],
  ];
  return broken.filter(([isBroken]) => isBroken).map(([, sentence]) => sentence);
}

/** Everything about `tags` that AWS would refuse. */
export function tagProblems(tags: Readonly<Record<string, string>>): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  const keys = Object.keys(tags);
  if (keys.length > MAX_TAGS) {
    problems.push({
      argument: "tags",
      rule: `must be at most ${MAX_TAGS}, the standard ones included`,
      value: keys.length,
      remedy: `remove ${keys.length - MAX_TAGS}`,
    });
  }
  const firstSpelling = new Map<string, string>();
  for (const key of keys) {
    const argument = `tags[${JSON.stringify(key)}]`;
    for (const rule of brokenTagRules(key, "key")) {
      problems.push({ argument, rule, value: key, remedy: "rename the tag" });
    }
    for (const rule of brokenTagRules(tags[key], "value")) {
      problems.push({ argument, rule, value: tags[key], remedy: "change the value" });
    }
    // IAM takes keys that differ only in case for the same key and refuses both.
    const other = firstSpelling.get(key.toLowerCase());
    if (other !== undefined) {
      problems.push({
        argument,
        rule: `must differ from the tag "${other}" in more than case`,
        value: key,
        remedy: `write it "${other}" to set that tag, or give it another name`,
      });
    } else {
      firstSpelling.set(key.toLowerCase(), key);
    }
  }
  return problems;
}
