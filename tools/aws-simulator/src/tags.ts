import { containsUnknown, isUnknown, UNKNOWN } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import type { Refusal } from "./rule";

/** `tagsAll`: the provider's default tags under the resource's own; unknown when the resource's tags are. */
export function mergeTags(defaultTags: PropertyMap, tags: PropertyValue | undefined): PropertyValue {
  if (isUnknown(tags)) return UNKNOWN;
  if (typeof tags !== "object" || tags === null || Array.isArray(tags)) return { ...defaultTags };
  return { ...defaultTags, ...tags };
}

const MAX_TAGS = 50;
const MAX_KEY = 128;
const MAX_VALUE = 256;
// The API models of these services name the characters; of the others nothing is claimed.
const PATTERN = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const PATTERNED = new Set(["acm", "cloudfront", "iam", "lb", "s3", "ssm", "wafv2"]);
// SQS calls more than fifty tags "not recommended".
const UNCOUNTED = new Set(["sqs"]);

interface TagCodes {
  readonly tooMany: string;
  readonly illegal: string;
}

const codes: Readonly<Record<string, TagCodes>> = {
  ec2: { tooMany: "TagLimitExceeded", illegal: "InvalidParameterValue" },
  lb: { tooMany: "TooManyTags", illegal: "ValidationError" },
  iam: { tooMany: "LimitExceeded", illegal: "ValidationError" },
  s3: { tooMany: "BadRequest", illegal: "InvalidTag" },
  kms: { tooMany: "LimitExceededException", illegal: "TagException" },
  sns: { tooMany: "TagLimitExceeded", illegal: "InvalidParameter" },
  wafv2: { tooMany: "WAFLimitsExceededException", illegal: "WAFInvalidParameterException" },
  cloudfront: { tooMany: "InvalidTagging", illegal: "InvalidTagging" },
  acm: { tooMany: "TooManyTagsException", illegal: "InvalidTagException" },
};
const otherCodes: TagCodes = { tooMany: "TooManyTagsException", illegal: "ValidationException" };

/**
 * What AWS refuses in the tags of one resource, `tagsAll` being the ones sent.
 * Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
export function refuseTags(service: string, tagsAll: PropertyMap): Refusal | undefined {
  const { tooMany, illegal } = codes[service] ?? otherCodes;
  const keys = Object.keys(tagsAll);
  if (keys.length > MAX_TAGS && !UNCOUNTED.has(service)) {
    return {
      code: tooMany,
      message: `The maximum number of tags is ${MAX_TAGS}, got ${keys.length}`,
      remedy: "Remove tags; the provider's default tags count as well.",
    };
  }
  for (const key of keys) {
    const value = tagsAll[key];
    const problem = keyProblem(key, service) ?? valueProblem(value, service);
    if (problem !== undefined) {
      return { code: illegal, message: `Tag '${key}' is invalid: ${problem}`, remedy: "Change the tag." };
    }
  }
  return undefined;
}

function keyProblem(key: string, service: string): string | undefined {
  if (/^aws:/i.test(key)) return "keys that start with 'aws:' are reserved for system use";
  if (key.length === 0 || [...key].length > MAX_KEY) return `its key must be 1 to ${MAX_KEY} characters`;
  if (PATTERNED.has(service) && !PATTERN.test(key)) return "its key has characters other than letters, numbers, spaces and _ . : / = + - @";
  return undefined;
}

function valueProblem(value: PropertyValue | undefined, service: string): string | undefined {
  if (typeof value !== "string" || containsUnknown(value)) return undefined;
  if ([...value].length > MAX_VALUE) return `its value must be at most ${MAX_VALUE} characters`;
  if (PATTERNED.has(service) && !PATTERN.test(value)) return "its value has characters other than letters, numbers, spaces and _ . : / = + - @";
  return undefined;
}
