import type { Rule } from "../../rule";

const REPLICA = "aws:kms/replicaKey:ReplicaKey";

export const keyInOneRegion: Rule = {
  id: "kms/key-in-one-region",
  controls: { "prowler:kms_cmk_not_multi_region": "MEDIUM" },
  requirement: "Keys stay in one region.",
  subjects: ["aws:kms/key:Key", REPLICA],
  judge: (resource) => resource.type !== REPLICA && !resource.isTrue("multiRegion"),
};
