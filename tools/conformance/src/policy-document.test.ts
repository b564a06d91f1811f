import { coversAction, deniesPlainHttp, isPublic, type Statement, statementsOf } from "./policy-document";
import { Resource } from "./resource";
import { policy, runOf } from "./rule-cases.fixture";

function read(...statements: readonly object[]): Statement[] {
  const [state] = runOf([["aws:s3/bucketPolicy:BucketPolicy", { policy: policy(...statements) }]]).resources;
  return statementsOf(new Resource(state));
}

describe("a policy document", () => {
  it("is read whether its parts are one or many", () => {
    expect(read({ Effect: "Allow", Principal: { Service: ["a", "b"], AWS: "*" }, Action: "s3:Get*", Resource: ["x"] })).toEqual([
      { effect: "Allow", actions: ["s3:Get*"], resources: ["x"], principals: ["Service:a", "Service:b", "*"], conditions: [] },
    ]);
  });

  it("is empty where AWS has an empty text", () => {
    const [state] = runOf([["aws:sqs/queue:Queue", { policy: "" }]]).resources;
    expect(statementsOf(new Resource(state))).toEqual([]);
  });

  it("is public when everybody is allowed and no condition says whose request it must be", () => {
    const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
    expect(read(open).some(isPublic)).toBe(true);
    expect(read({ ...open, Effect: "Deny" }).some(isPublic)).toBe(false);
    expect(read({ ...open, Condition: { StringEquals: { "AWS:PrincipalOrgID": "o-1" } } }).some(isPublic)).toBe(false);
    expect(read({ ...open, Condition: { StringEquals: { "aws:UserAgent": "curl" } } }).some(isPublic)).toBe(true);
  });

  it.each([
    { StringNotEquals: { "aws:PrincipalAccount": "123456789012" } },
    { "ForAnyValue:StringNotLike": { "aws:PrincipalArn": "arn:x" } },
    { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } },
    { Null: { "aws:SourceArn": "false" } },
    { ArnLike: { "aws:SourceArn": "*" } },
  ])("is not tied to anybody by %j", (Condition) => {
    expect(read({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*", Condition }).some(isPublic)).toBe(true);
  });

  it("allows nearly everything, or nearly everybody, where it says what it does not allow", () => {
    expect(read({ Effect: "Allow", NotPrincipal: { AWS: "arn:x" }, NotAction: "iam:*", NotResource: "arn:y" })).toEqual([
      { effect: "Allow", actions: ["*"], resources: ["*"], principals: ["*"], conditions: [] },
    ]);
    expect(read({ Effect: "Deny", NotPrincipal: { AWS: "arn:x" }, NotAction: "iam:*", NotResource: "arn:y" })).toEqual([
      { effect: "Deny", actions: [], resources: [], principals: [], conditions: [] },
    ]);
  });

  it.each([
    ["s3:Get*", "s3:GetObject", true],
    ["S3:getobject", "s3:GetObject", true],
    ["s3:Get?bject", "s3:GetObject", true],
    ["s3:Put*", "s3:GetObject", false],
    ["s3.GetObject", "s3:GetObject", false],
  ])("says of the action %s whether it covers %s: %s", (pattern, action, covers) => {
    const [statement] = read({ Effect: "Allow", Action: pattern, Resource: "*" });
    expect(coversAction(statement, action)).toBe(covers);
  });

  it("denies plain HTTP only for the actions that it names", () => {
    const statements = read({ Effect: "Deny", Principal: "*", Action: "s3:Get*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } });
    expect(deniesPlainHttp(statements, "s3:GetObject")).toBe(true);
    expect(deniesPlainHttp(statements, "s3:PutObject")).toBe(false);
  });
});
