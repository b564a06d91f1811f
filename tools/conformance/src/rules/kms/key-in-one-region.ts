import type { Rule } from "../../rule";

export const keyInOneRegion: Rule = {
  id: "kms/key-in-one-region",
  controls: { "prowler:kms_cmk_not_multi_region": "MEDIUM" },
  requirement: "Keys stay in one region.",
  subjects: ["aws:kms/key:Key"],
  judge: (resource) => !resource.isTrue("multiRegion"),
};
