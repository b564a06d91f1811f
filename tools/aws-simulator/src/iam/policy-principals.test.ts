import { parsePolicyDocument } from "./policy-document";
import { invalidPrincipal } from "./policy-principals";

const accountId = "123456789012";
const account = { accountId, exists: (arn: string): boolean => arn === `arn:aws:iam::${accountId}:role/app` };

function judge(principal: unknown): unknown {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: principal };
  return invalidPrincipal(parsePolicyDocument(JSON.stringify({ Version: "2012-10-17", Statement: [statement] })), account);
}

describe("invalidPrincipal", () => {
  it.each<[unknown]>([
    ["*"],
    [{ AWS: "*" }],
    [{ AWS: accountId }],
    [{ AWS: [`arn:aws:iam::${accountId}:root`, `arn:aws:iam::${accountId}:role/app`] }],
    [{ AWS: "arn:aws:iam::210987654321:role/of-another-account" }],
    [{ AWS: `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling` }],
    [{ AWS: `arn:aws:sts::${accountId}:assumed-role/app/session` }],
    [{ AWS: "AROAJQABLZS4A3QDU576Q" }],
    [{ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E15MNIMTCFKK4C" }],
    [{ Service: ["ec2.amazonaws.com", "logs.us-east-1.amazonaws.com", "logs.cn-north-1.amazonaws.com.cn"] }],
    [{ Federated: "cognito-identity.amazonaws.com" }],
  ])("takes %j", (principal) => {
    expect(judge(principal)).toBeUndefined();
  });

  it.each<[string, unknown, object]>([
    ["a role of this account that does not exist", { AWS: `arn:aws:iam::${accountId}:role/gone` }, { kind: "AWS", name: `arn:aws:iam::${accountId}:role/gone` }],
    ["a role's name instead of its ARN", { AWS: "app" }, { kind: "AWS", name: "app" }],
    ["a wildcard inside a role's ARN", { AWS: "arn:aws:iam::210987654321:role/*" }, { kind: "AWS", name: "arn:aws:iam::210987654321:role/*" }],
    ["the ARN of something that is no identity", { AWS: "arn:aws:s3:::logs" }, { kind: "AWS", name: "arn:aws:s3:::logs" }],
    ["a service without its domain", { Service: "ec2" }, { kind: "SERVICE", name: "ec2" }],
  ])("refuses %s", (_case, principal, named) => {
    expect(judge(principal)).toEqual(named);
  });
});
