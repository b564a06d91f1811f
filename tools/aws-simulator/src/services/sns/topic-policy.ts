import { documentRule, principalsRule } from "../../iam/policy-rules";
import { defineResource } from "../../resource-definition";
import { topicPolicyType, topicType } from "./topic-policy-text";

export const topicPolicy = defineResource({
  type: topicPolicyType,
  comparisons: { policy: "json" },
  references: [
    {
      path: "arn",
      to: topicType,
      within: true,
      notFound: (arn) => ({
        code: "NotFound",
        message: "Topic does not exist",
        remedy: `"${arn}" is no topic of this account and region: give the output \`arn\` of a Topic.`,
      }),
    },
  ],
  rules: [
    documentRule("sns/topic-policy-form", "topic", "policy"),
    principalsRule(
      "sns/topic-policy-principals-exist",
      "topic",
      "policy",
      () => "Invalid parameter: Policy Error: PrincipalNotFound",
    ),
  ],
  create: (context) => ({ id: context.text("arn") ?? "", outputs: { owner: context.accountId } }),
});
