import type { Rule } from "../../rule";

export const fieldLevelEncryption: Rule = {
  id: "cloudfront/field-level-encryption",
  controls: { "prowler:cloudfront_distributions_field_level_encryption_enabled": "LOW" },
  requirement: "Fields of requests are encrypted at the edge.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.has("defaultCacheBehavior.fieldLevelEncryptionId"),
};
