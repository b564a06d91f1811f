import type { PropertyMap } from "@org/offline-engine";
import { containsUnknown } from "@org/offline-engine";
import { filledInputs } from "../../filled-inputs";
import { valueAt, valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { Refusal, Rule } from "../../rule";
import { bucketExists, bucketReference, configurationId } from "./bucket-reference";

const lifecyclePage =
  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html";
const MIN_DAYS_BEFORE_IA = 30;
const infrequentAccess = new Set(["STANDARD_IA", "ONEZONE_IA"]);

interface Transition {
  readonly days: number;
  readonly storageClass: string;
}

function rulesOf(inputs: PropertyMap): PropertyMap[] {
  return valuesAt(inputs, "rules[]")
    .map(({ value }) => value)
    .filter((value): value is PropertyMap => typeof value === "object" && value !== null && !containsUnknown(value));
}

function transitionsOf(rule: PropertyMap): Transition[] {
  return valuesAt(rule, "transitions[]").flatMap(({ value }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    const { days, storageClass } = value;
    return typeof days === "number" && typeof storageClass === "string" ? [{ days, storageClass }] : [];
  });
}

/** A lifecycle rule of the simulator: asked for every rule of the configuration. */
function ofEachRule(rule: Omit<Rule, "refuse" | "reads">, refuse: (rule: PropertyMap) => Refusal | undefined): Rule {
  return {
    ...rule,
    // The other rules are judged even while one is unknown.
    reads: [],
    refuse: ({ inputs }) => {
      for (const one of rulesOf(inputs)) {
        const refusal = refuse(one);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
  };
}

const infrequentAccessNotEarly = ofEachRule(
  {
    id: "s3/lifecycle-infrequent-access-after-30-days",
    source: lifecyclePage,
    cause: "Objects stay at least 30 days in their class before they go to STANDARD_IA or ONEZONE_IA.",
    remedy: "Set the days of the transition to 30 or more.",
  },
  (rule) => {
    const early = transitionsOf(rule).find(
      ({ days, storageClass }) => infrequentAccess.has(storageClass) && days < MIN_DAYS_BEFORE_IA,
    );
    if (early === undefined) return undefined;
    return {
      code: "InvalidArgument",
      message: `'Days' in Transition action must be greater than or equal to ${MIN_DAYS_BEFORE_IA} for storageClass '${early.storageClass}'`,
    };
  },
);

const archiveAfterInfrequentAccess = ofEachRule(
  {
    id: "s3/lifecycle-archive-30-days-after-infrequent-access",
    source: lifecyclePage,
    cause: "Objects stay at least 30 days in STANDARD_IA or ONEZONE_IA before the same rule archives them.",
    remedy: "Let the archive class begin at least 30 days after the infrequent access class.",
  },
  (rule) => {
    const transitions = transitionsOf(rule);
    for (const access of transitions.filter(({ storageClass }) => infrequentAccess.has(storageClass))) {
      const archive = transitions.find(
        ({ days, storageClass }) =>
          /^(?:GLACIER|DEEP_ARCHIVE)$/.test(storageClass) && days < access.days + MIN_DAYS_BEFORE_IA,
      );
      if (archive !== undefined) {
        return {
          code: "InvalidArgument",
          message: `'Days' in the Transition action for StorageClass '${archive.storageClass}' for filter '(prefix=${prefixOf(rule)})' must be ${MIN_DAYS_BEFORE_IA} days more than 'filter '(prefix=${prefixOf(rule)})'' 's Transition action for StorageClass '${access.storageClass}'`,
        };
      }
    }
    return undefined;
  },
);

const expiresLast = ofEachRule(
  {
    id: "s3/lifecycle-expires-after-transitions",
    source: lifecyclePage,
    cause: "A rule moves objects after it has deleted them.",
    remedy: "Let the expiration come after every transition of the rule.",
  },
  (rule) => {
    const expires = valueAt(rule, "expiration.days");
    if (typeof expires !== "number" || !transitionsOf(rule).some(({ days }) => days >= expires)) return undefined;
    return {
      code: "InvalidArgument",
      message: `'Days' in the Expiration action for filter '(prefix=${prefixOf(rule)})' must be greater than 'Days' in the Transition action`,
    };
  },
);

const hasAction = ofEachRule(
  {
    id: "s3/lifecycle-rule-has-action",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
    cause: "A lifecycle rule without an action does nothing.",
    remedy: "Give the rule an expiration, a transition, a noncurrent version action or abortIncompleteMultipartUpload.",
  },
  (rule) => {
    const actions = [
      "abortIncompleteMultipartUpload",
      "expiration",
      "noncurrentVersionExpiration",
      "noncurrentVersionTransitions",
      "transitions",
    ];
    if (actions.some((action) => isGiven(rule, action))) return undefined;
    return { code: "InvalidRequest", message: "At least one action needs to be specified in a rule" };
  },
);

const uniqueIds: Rule = {
  id: "s3/lifecycle-rule-ids-unique",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html",
  cause: "Two rules of one configuration have the same id.",
  remedy: "Give every rule an id of its own.",
  reads: [],
  refuse: ({ inputs }) => {
    const ids = rulesOf(inputs).map((rule) => rule["id"]);
    if (new Set(ids).size === ids.length) return undefined;
    return {
      code: "InvalidArgument",
      message: "Rule ID must be unique. Found same ID for more than one rule",
    };
  },
};

function isGiven(rule: PropertyMap, action: string): boolean {
  const value = rule[action];
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

function prefixOf(rule: PropertyMap): string {
  const prefix = valueAt(rule, "filter.prefix") ?? rule["prefix"];
  return typeof prefix === "string" ? prefix : "";
}

export const bucketLifecycleConfiguration = defineResource({
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  references: [bucketReference],
  rules: [bucketExists, infrequentAccessNotEarly, archiveAfterInfrequentAccess, expiresLast, hasAction, uniqueIds],
  create: (context) => ({
    id: configurationId(context),
    outputs: filledInputs(context.inputs, {
      expectedBucketOwner: "",
      transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
    }),
  }),
});
