import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const secretNotPublic: Rule = {
  id: "secrets-manager/secret-not-public",
  controls: { "prowler:secretsmanager_not_publicly_accessible": "HIGH" },
  requirement: "No policy opens a secret to everybody, and none can be added that does.",
  subjects: ["aws:secretsmanager/secret:Secret"],
  judge: (resource, stack) => {
    const policies = stack.referring("aws:secretsmanager/secretPolicy:SecretPolicy", "secretArn", resource);
    const open = [resource, ...policies].flatMap((holder) => statementsOf(holder)).some(isPublic);
    return !open && policies.some((policy) => policy.isTrue("blockPublicPolicy"));
  },
};
