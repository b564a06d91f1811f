import type { Rule } from "../../rule";

export const tableWithCustomerKey: Rule = {
  id: "dynamodb/table-with-customer-key",
  controls: { "CKV_AWS_119": "LOW" },
  requirement: "Tables are encrypted with a key of the customer.",
  subjects: ["aws:dynamodb/table:Table"],
  // Where no key is given AWS reports its own.
  judge: (resource) => resource.isTrue("serverSideEncryption.enabled") && resource.given.has("serverSideEncryption.kmsKeyArn"),
};
