import type { Rule } from "../../rule";

export const secretWithCustomerKey: Rule = {
  id: "secrets-manager/secret-with-customer-key",
  controls: { "CKV_AWS_149": "LOW" },
  requirement: "Secrets are encrypted with a key of the customer.",
  subjects: ["aws:secretsmanager/secret:Secret"],
  judge: (resource) => resource.has("kmsKeyId") && !resource.text("kmsKeyId").includes("alias/aws/"),
};
