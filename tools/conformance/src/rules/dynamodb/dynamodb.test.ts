import { given, itJudges, policy, type ResourceCase, type RuleCases } from "../../rule-cases.fixture";
import { dynamodbRules } from "./index";

/** A provisioned table with an index, and targets that scale one or both. */
function scaled(...resourceIds: string[]): ResourceCase[] {
  const targets = resourceIds.flatMap((resourceId) =>
    ["Read", "Write"].map((side): ResourceCase => {
      const kind = resourceId.includes("/index/") ? "index" : "table";
      return ["aws:appautoscaling/target:Target", { resourceId, scalableDimension: `dynamodb:${kind}:${side}CapacityUnits` }];
    }),
  );
  return [["aws:dynamodb/table:Table", { billingMode: "PROVISIONED", name: "t", globalSecondaryIndexes: [{ name: "i" }] }], ...targets];
}

const cases: RuleCases = {
  "dynamodb/table-scales": {
    good: [["aws:dynamodb/table:Table", { billingMode: "PAY_PER_REQUEST" }]],
    bad: [["aws:dynamodb/table:Table", { billingMode: "PROVISIONED", name: "t" }]],
    alsoGood: [scaled("table/t", "table/t/index/i")],
    alsoBad: [scaled("table/t"), scaled("table/t/index/i")],
  },
  "dynamodb/point-in-time-recovery": {
    good: [["aws:dynamodb/table:Table", { pointInTimeRecovery: { enabled: true } }]],
    bad: [["aws:dynamodb/table:Table", {}]],
  },
  "dynamodb/table-deletion-protection": {
    good: [["aws:dynamodb/table:Table", { deletionProtectionEnabled: true }]],
    bad: [["aws:dynamodb/table:Table", {}]],
    alsoBad: [[["aws:dynamodb/table:Table", { deletionProtectionEnabled: true, replicas: [{ regionName: "eu-west-1" }] }]]],
  },
  "dynamodb/table-in-backup-plan": {
    good: [["aws:dynamodb/table:Table", { arn: "arn:t" }], ["aws:backup/selection:Selection", { resources: ["arn:t"] }]],
    bad: [["aws:dynamodb/table:Table", { arn: "arn:t", name: "t" }], ["aws:backup/selection:Selection", { resources: ["t", "arn:t2"] }]],
  },
  "dynamodb/table-with-customer-key": {
    good: [["aws:dynamodb/table:Table", { serverSideEncryption: { enabled: true, kmsKeyArn: "arn:k" } }]],
    bad: [["aws:dynamodb/table:Table", { serverSideEncryption: { enabled: true } }]],
    alsoBad: [
      [["aws:dynamodb/table:Table", { serverSideEncryption: { enabled: true, kmsKeyArn: "arn:of-aws" } }, given({ serverSideEncryption: { enabled: true } })]],
    ],
  },
  "dynamodb/table-encryption-not-off": {
    good: [["aws:dynamodb/table:Table", {}]],
    bad: [["aws:dynamodb/table:Table", { serverSideEncryption: { enabled: false } }]],
  },
  "dynamodb/replicas-with-customer-key": {
    good: [["aws:dynamodb/table:Table", { replicas: [{ kmsKeyArn: "arn:k" }] }]],
    bad: [["aws:dynamodb/table:Table", { replicas: [{ regionName: "x" }] }]],
  },
  "dynamodb/replica-point-in-time-recovery": {
    good: [["aws:dynamodb/table:Table", { replicas: [{ pointInTimeRecovery: true }] }]],
    bad: [["aws:dynamodb/table:Table", { replicas: [{ regionName: "x" }] }]],
  },
  "dynamodb/table-policy-own-account": {
    good: [
      ["aws:dynamodb/resourcePolicy:ResourcePolicy", { resourceArn: "arn:aws:dynamodb:us-east-1:111111111111:table/t", policy: policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111111111111:role/r" } }) }],
    ],
    bad: [
      ["aws:dynamodb/resourcePolicy:ResourcePolicy", { resourceArn: "arn:aws:dynamodb:us-east-1:111111111111:table/t", policy: policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::222222222222:role/r" } }) }],
    ],
  },
};

describe("rules of dynamodb", () => {
  itJudges(dynamodbRules, cases);
});
