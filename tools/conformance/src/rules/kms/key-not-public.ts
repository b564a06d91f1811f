import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const keyNotPublic: Rule = {
  id: "kms/key-not-public",
  controls: { "FSBP:KMS.5": "CRITICAL" },
  requirement: "Keys are not open to everybody.",
  subjects: ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy", "aws:kms/replicaKey:ReplicaKey"],
  judge: (resource) => !statementsOf(resource).some(isPublic),
};
