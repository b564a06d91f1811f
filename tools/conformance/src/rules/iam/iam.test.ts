import { itJudges, policy, type RuleCases } from "../../rule-cases.fixture";
import { iamRules } from "./index";

const cases: RuleCases = {
  "iam/no-administrator-statement": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "*", Resource: "*" }) }]],
    alsoBad: [[["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }) }]]],
  },
  "iam/no-whole-service": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::b" }) }]],
  },
  "iam/no-aws-managed-policies": {
    good: [["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::123456789012:policy/p" }]],
    bad: [["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }]],
  },
  "iam/no-wildcards": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" }) }],
    ],
  },
  "iam/no-star-resource": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "ssmmessages:OpenDataChannel", Resource: "*" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }) }]],
  },
  "iam/no-privilege-escalation": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "iam:AttachRolePolicy", Resource: "arn:aws:iam::1:role/r" }) }],
    ],
  },
  "iam/no-credential-exposure": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "*" }) }]],
  },
  "iam/no-data-exfiltration": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "*" }) }],
    ],
  },
  "iam/no-open-permissions-management": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:PutBucketPolicy", Resource: "*" }) }]],
  },
  "iam/no-open-writes": {
    good: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "ec2:DescribeInstances", Resource: "*" }) }]],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:PutObject", Resource: "*" }) }]],
  },
  "iam/no-full-iam": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "iam:*", Resource: "*" }) }]],
    alsoBad: [
      [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "IAM:*", Resource: "*" }) }]],
      [["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::aws:policy/IAMFullAccess" }]],
    ],
  },
  "iam/no-administrator-access": {
    good: [["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::1:policy/p" }]],
    bad: [["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }]],
  },
  "iam/trust-names-principals": {
    good: [
      ["aws:iam/role:Role", { assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }) }],
    ],
    bad: [["aws:iam/role:Role", { assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" }) }]],
  },
  "iam/trust-no-whole-account": {
    good: [
      ["aws:iam/role:Role", { assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }) }],
    ],
    bad: [
      ["aws:iam/role:Role", { assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::123456789012:root" } }) }],
    ],
  },
  "iam/trust-confused-deputy": {
    good: [
      ["aws:iam/role:Role", { assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "vpc-flow-logs.amazonaws.com" }, Condition: { StringEquals: { "aws:SourceAccount": "1" } } }) }],
    ],
    bad: [
      ["aws:iam/role:Role", { assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "vpc-flow-logs.amazonaws.com" } }) }],
    ],
  },
  "iam/no-open-role-assumption": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }) }]],
  },
  "iam/pass-role-restricted": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "iam:PassRole", Resource: "*" }) }]],
  },
  "iam/no-full-s3": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }) }]],
  },
  "iam/no-open-s3-objects": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: ["s3:Get*", "s3:Put*"], Resource: "*" }) }]],
  },
  "iam/managed-policy-decrypts-named-keys": {
    good: [
      ["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/policy:Policy", { policy: policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }) }]],
  },
  "iam/inline-policy-decrypts-named-keys": {
    good: [
      ["aws:iam/rolePolicy:RolePolicy", { policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/k" }) }],
    ],
    bad: [["aws:iam/rolePolicy:RolePolicy", { policy: policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }) }]],
  },
  "iam/no-inline-policies": {
    good: [["aws:iam/role:Role", {}]],
    bad: [["aws:iam/rolePolicy:RolePolicy", {}]],
  },
  "iam/policies-in-one-place": {
    good: [["aws:iam/role:Role", { name: "r" }], ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "r" }]],
    bad: [
      ["aws:iam/role:Role", { name: "r", managedPolicyArns: ["arn:p"] }],
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "r" }],
    ],
  },
  "iam/no-users": {
    good: [],
    bad: [["aws:iam/user:User", {}]],
  },
  "iam/no-cloud-shell-access": {
    good: [["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::1:policy/p" }]],
    bad: [
      ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" }],
    ],
  },
  "iam/no-public-resource-policies": {
    good: [
      ["aws:sns/topicPolicy:TopicPolicy", { policy: policy({ Effect: "Allow", Principal: { AWS: "arn:aws:iam::1:root" }, Action: "sns:Publish", Resource: "*" }) }],
    ],
    bad: [
      ["aws:sns/topicPolicy:TopicPolicy", { policy: policy({ Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" }) }],
    ],
  },
};

describe("rules of iam", () => {
  itJudges(iamRules, cases);
});
