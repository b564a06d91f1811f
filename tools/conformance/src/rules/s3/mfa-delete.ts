import type { Rule } from "../../rule";

export const mfaDelete: Rule = {
  id: "s3/mfa-delete",
  controls: { "SecHub:S3.20": "LOW" },
  requirement: "Deleting a version takes a second factor.",
  subjects: ["aws:s3/bucketVersioning:BucketVersioning"],
  judge: (resource) => resource.text("versioningConfiguration.mfaDelete") === "Enabled",
};
