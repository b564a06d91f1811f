import { parsePolicyDocument } from "../../iam/policy-document";
import { publicStatement } from "./public-policy";

const isPublic = (statement: object): boolean =>
  publicStatement(parsePolicyDocument(JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::site/*", ...statement }] }))) !== undefined;

describe("a statement of a bucket policy", () => {
  it.each<[string, object]>([
    ["allows everybody", { Principal: "*" }],
    ["allows every AWS identity", { Principal: { AWS: "*" } }],
    ["allows everybody but one", { NotPrincipal: { AWS: "123456789012" } }],
    ["allows everybody who comes by TLS", { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    ["allows everybody with a certain referer", { Principal: "*", Condition: { StringLike: { "aws:Referer": "https://example.com/*" } } }],
  ])("is public when it %s", (_what, statement) => {
    expect(isPublic(statement)).toBe(true);
  });

  it.each<[string, object]>([
    ["denies everybody", { Effect: "Deny", Principal: "*" }],
    ["allows an account", { Principal: { AWS: "123456789012" } }],
    ["allows a service", { Principal: { Service: "cloudfront.amazonaws.com" } }],
    ["allows everybody of an organisation", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }],
    ["allows everybody from an address range", { Principal: "*", Condition: { IpAddress: { "AWS:SourceIp": "192.0.2.0/24" } } }],
    ["allows everybody through an endpoint", { Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }],
  ])("is not public when it %s", (_what, statement) => {
    expect(isPublic(statement)).toBe(false);
  });
});
