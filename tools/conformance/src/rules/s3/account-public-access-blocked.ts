import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const accountPublicAccessBlocked: Rule = {
  id: "s3/account-public-access-blocked",
  controls: { "FSBP:S3.1": "MEDIUM" },
  requirement: "The account blocks public access to all of its buckets.",
  subjects: ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"],
  because: ACCOUNT_WIDE,
  judge: (resource) =>
    ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].every((way) => resource.isTrue(way)),
};
