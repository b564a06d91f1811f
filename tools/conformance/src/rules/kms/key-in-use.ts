import { mentions } from "../../mentions";
import type { Rule } from "../../rule";

export const keyInUse: Rule = {
  id: "kms/key-in-use",
  controls: { "prowler:kms_cmk_are_used": "LOW" },
  requirement: "Keys are used by something besides their alias.",
  subjects: ["aws:kms/key:Key"],
  judge: (resource, stack) =>
    stack.resources.some(
      (user) =>
        user.state.custom &&
        ![resource.type, "aws:kms/alias:Alias", "aws:kms/keyPolicy:KeyPolicy", "aws:iam/policy:Policy"].includes(user.type) &&
        mentions(user, [resource.text("arn"), resource.id]),
    ),
};
