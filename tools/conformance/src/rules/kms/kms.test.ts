import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { kmsRules } from "./index";

const cases: RuleCases = {
  "kms/key-rotation": {
    good: [["aws:kms/key:Key", { enableKeyRotation: true }]],
    bad: [["aws:kms/key:Key", {}]],
  },
  "kms/key-not-public": {
    good: [
      ["aws:kms/key:Key", { policy: policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::1:root" }, Action: "kms:*", Resource: "*" }) }],
    ],
    bad: [
      ["aws:kms/key:Key", { policy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }) }],
    ],
    alsoBad: [
      [["aws:kms/replicaKey:ReplicaKey", { policy: policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }) }]],
    ],
  },
  "kms/key-enabled": {
    good: [["aws:kms/key:Key", {}]],
    bad: [["aws:kms/key:Key", { isEnabled: false }]],
  },
  "kms/key-has-policy": {
    good: [["aws:kms/key:Key", { policy: policy() }]],
    bad: [["aws:kms/key:Key", {}]],
  },
  "kms/key-lockout-check": {
    good: [["aws:kms/key:Key", {}]],
    bad: [["aws:kms/key:Key", { bypassPolicyLockoutSafetyCheck: true }]],
  },
  "kms/key-description": {
    good: [["aws:kms/key:Key", { description: "Encrypts logs" }]],
    bad: [["aws:kms/key:Key", {}]],
  },
  "kms/key-in-use": {
    good: [["aws:kms/key:Key", { id: "k-1", arn: "arn:k" }], ["aws:sns/topic:Topic", { kmsMasterKeyId: "arn:k" }]],
    bad: [["aws:kms/key:Key", { id: "k-1", arn: "arn:k" }], ["aws:kms/alias:Alias", { targetKeyId: "k-1" }]],
  },
  "kms/key-in-one-region": {
    good: [["aws:kms/key:Key", {}]],
    bad: [["aws:kms/key:Key", { multiRegion: true }]],
    alsoBad: [[["aws:kms/replicaKey:ReplicaKey", {}]]],
  },
};

describe("rules of kms", () => {
  itJudges(kmsRules, cases);
});
