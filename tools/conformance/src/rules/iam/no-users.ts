import type { Rule } from "../../rule";

export const noUsers: Rule = {
  id: "iam/no-users",
  controls: { "FSBP:IAM.2": "LOW" },
  requirement: "There are no users, access keys or policies of users.",
  subjects: ["aws:iam/user:User", "aws:iam/accessKey:AccessKey", "aws:iam/userPolicyAttachment:UserPolicyAttachment"],
  without: "pass",
  judge: () => false,
};
