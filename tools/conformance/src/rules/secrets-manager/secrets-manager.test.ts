import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { secretsManagerRules } from "./index";

const cases: RuleCases = {
  "secrets-manager/secret-rotation": {
    good: [
      ["aws:secretsmanager/secret:Secret", { id: "arn:s" }],
      ["aws:secretsmanager/secretRotation:SecretRotation", { secretId: "arn:s", rotationLambdaArn: "arn:f" }],
    ],
    bad: [["aws:secretsmanager/secret:Secret", { id: "arn:s" }]],
    alsoBad: [
      [["aws:secretsmanager/secret:Secret", { id: "arn:s" }], ["aws:secretsmanager/secretRotation:SecretRotation", { secretId: "arn:s" }]],
    ],
  },
  "secrets-manager/secret-rotation-period": {
    good: [
      ["aws:secretsmanager/secret:Secret", { id: "arn:s" }],
      ["aws:secretsmanager/secretRotation:SecretRotation", { secretId: "arn:s", rotationRules: { automaticallyAfterDays: 30 } }],
    ],
    bad: [
      ["aws:secretsmanager/secret:Secret", { id: "arn:s" }],
      ["aws:secretsmanager/secretRotation:SecretRotation", { secretId: "arn:s", rotationRules: { scheduleExpression: "rate(91 days)" } }],
    ],
  },
  "secrets-manager/secret-with-customer-key": {
    good: [["aws:secretsmanager/secret:Secret", { kmsKeyId: "arn:k" }]],
    bad: [["aws:secretsmanager/secret:Secret", {}]],
  },
  "secrets-manager/secret-description": {
    good: [["aws:secretsmanager/secret:Secret", { description: "Credentials of web" }]],
    bad: [["aws:secretsmanager/secret:Secret", {}]],
  },
  "secrets-manager/secret-not-public": {
    good: [
      ["aws:secretsmanager/secret:Secret", { arn: "arn:s" }],
      ["aws:secretsmanager/secretPolicy:SecretPolicy", { secretArn: "arn:s", blockPublicPolicy: true, policy: policy() }],
    ],
    bad: [["aws:secretsmanager/secret:Secret", { arn: "arn:s" }]],
  },
  "secrets-manager/secret-value-hidden": {
    good: [["aws:secretsmanager/secretVersion:SecretVersion", { secretStringWoVersion: 1 }]],
    bad: [["aws:secretsmanager/secretVersion:SecretVersion", { secretString: "hunter2" }]],
  },
};

describe("rules of secrets-manager", () => {
  itJudges(secretsManagerRules, cases);
});
