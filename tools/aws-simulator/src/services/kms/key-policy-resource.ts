import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import { keyPolicyType, keyTypes } from "./key-access";
import { noLockOut } from "./key-policy";

/** The policy of a key as a resource of its own; it takes the place of the key's. */
export const keyPolicy = defineResource({
  type: keyPolicyType,
  schema: { replaceUncertain: "keyId" },
  comparisons: { policy: "json" },
  references: [
    {
      path: "keyId",
      to: keyTypes,
      within: true,
      notFound: (value, context) => ({
        code: "NotFoundException",
        message: `Key '${value.startsWith("arn:") ? value : context.arn("kms", `key/${value}`)}' does not exist`,
      }),
    },
  ],
  rules: [
    documentRule("kms/separate-key-policy-form", "key", "policy"),
    principalsRule(
      "kms/separate-key-policy-principals-exist",
      "key",
      "policy",
      () => "Policy contains a statement with one or more invalid principals.",
    ),
    noLockOut,
  ],
  create: (context) => ({ id: context.text("keyId") ?? "" }),
});
