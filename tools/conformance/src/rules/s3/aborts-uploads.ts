import type { Rule } from "../../rule";

export const abortsUploads: Rule = {
  id: "s3/aborts-uploads",
  controls: { "CKV_AWS_300": "UNKNOWN" },
  requirement: "Uploads that are never completed are given up, in the whole bucket.",
  subjects: ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"],
  judge: (resource) =>
    resource.parts("rules").some(
      (rule) => rule.text("status") === "Enabled" &&
      rule.has("abortIncompleteMultipartUpload.daysAfterInitiation") &&
      ["prefix", "filter.prefix", "filter.tag", "filter.and"].every((narrowing) => !rule.has(narrowing)),
    ),
};
