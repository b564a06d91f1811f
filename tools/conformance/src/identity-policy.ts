import { coversAction, isAllow, type Statement, statementsOf } from "./policy-document";
import type { Resource } from "./resource";

/** Every type that holds a policy of what a role may do. */
export const IDENTITY_POLICIES = ["aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy", "aws:iam/role:Role"];

/** Every type that attaches a policy. */
export const ATTACHMENTS = [
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/policyAttachment:PolicyAttachment",
  "aws:iam/role:Role",
];

/** The statements by which a resource of {@link IDENTITY_POLICIES} allows something. */
export function allowed(resource: Resource): Statement[] {
  return statementsOf(resource, resource.type === "aws:iam/role:Role" ? "inlinePolicies.policy" : "policy").filter(isAllow);
}

/** Whether a resource of {@link IDENTITY_POLICIES} allows one of these actions on everything, under no condition. */
export function allowsOnEverything(resource: Resource, actions: readonly string[]): boolean {
  return allowed(resource).some(
    (statement) =>
      statement.conditions.length === 0 &&
      statement.resources.includes("*") &&
      actions.some((action) => coversAction(statement, action)),
  );
}

/** ARNs of the policies that a resource of {@link ATTACHMENTS} attaches. */
export function attachedPolicies(resource: Resource): string[] {
  return resource.texts(resource.type === "aws:iam/role:Role" ? "managedPolicyArns" : "policyArn");
}

/** Services and verbs whose actions AWS cannot restrict to resources. */
const UNRESTRICTABLE = [
  /^(ssmmessages|ec2messages|xray):\w+$/,
  /^(ec2|autoscaling|elasticloadbalancing):Describe\w*\*?$/,
  /^(ssm:UpdateInstanceInformation|cloudwatch:PutMetricData|sts:GetCallerIdentity)$/,
  /^(tag:GetResources|kms:GenerateRandom|s3:ListAllMyBuckets|secretsmanager:GetRandomPassword)$/,
];

export function isUnrestrictable(action: string): boolean {
  return UNRESTRICTABLE.some((pattern) => pattern.test(action));
}

/** Actions that read, and those of Session Manager's and X-Ray's channels, which write nothing that others have. */
export function isReadOrChannel(action: string): boolean {
  return /^[\w-]+:(Describe|Get|List|Head|BatchGet)\w*\*?$/.test(action) || isUnrestrictable(action);
}
