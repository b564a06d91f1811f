import { policyProblem } from "./policy-grammar";
import type { PolicyKind } from "./policy-kinds";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*" };
const everyone = { ...allow, Principal: "*" };
const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
function refusal(kind: PolicyKind, text: string): string | undefined {
  const problem = policyProblem(kind, text);
  return problem === undefined ? undefined : `${problem.code}: ${problem.message}`;
}

describe("policyProblem", () => {
  it.each<[PolicyKind, object]>([
    ["managed", allow],
    ["inline", { ...allow, Action: ["s3:*", "kms:Decrypt"], Resource: ["*"] }],
    ["managed", { Effect: "Deny", NotAction: "iam:*", NotResource: "arn:aws:iam::123456789012:role/*" }],
    ["trust", trust],
    ["trust", { ...trust, Action: ["sts:AssumeRole", "sts:TagSession"], Condition: { Bool: { "aws:MultiFactorAuthPresent": true } } }],
    ["bucket", everyone],
    ["bucket", { ...everyone, Condition: { "ForAnyValue:StringLikeIfExists": { "aws:SourceVpc": ["vpc-1", "vpc-2"] } } }],
    ["key", { Effect: "Allow", Action: "kms:*", Resource: "*", Principal: { AWS: "arn:aws:iam::123456789012:root" } }],
    ["queue", { Effect: "Allow", Action: "SQS:SendMessage", Principal: { Service: "events.amazonaws.com" } }],
    ["logs", { ...everyone, Action: "logs:PutLogEvents", Resource: "arn:aws:logs:*:*:log-group:x:*" }],
  ])("finds nothing wrong with a %s policy of %j", (kind, statement) => {
    expect(policyProblem(kind, policy(statement))).toBeUndefined();
  });

  it("takes a single statement without a list, and the older version", () => {
    expect(policyProblem("bucket", JSON.stringify({ Version: "2008-10-17", Id: "p", Statement: everyone }))).toBeUndefined();
  });

  it.each<[string, PolicyKind, string, string]>([
    ["an identity policy that is not JSON", "managed", "{", "MalformedPolicyDocument: Syntax errors in policy."],
    ["a trust policy that is not JSON", "trust", "{", "MalformedPolicyDocument: This policy contains invalid Json"],
    ["a bucket policy that is not JSON", "bucket", "{", "MalformedPolicy: This policy contains invalid Json"],
    ["a bucket policy that is text", "bucket", '"x"', "MalformedPolicy: Policies must be valid JSON and the first byte must be '{'"],
    ["a bucket policy without a statement", "bucket", policy(), "MalformedPolicy: Could not parse the policy: Statement is empty!"],
    ["a bucket policy without Statement", "bucket", '{"Version":"2012-10-17"}', "MalformedPolicy: Missing required field Statement"],
    ["an unknown version", "bucket", JSON.stringify({ Version: "2024-01-01", Statement: everyone }), "MalformedPolicy: The policy must contain a valid version string"],
    ["an unknown element", "bucket", policy({ ...everyone, Actions: "s3:*" }), "MalformedPolicy: Unknown field Actions"],
    ["an effect in lower case in a bucket policy", "bucket", policy({ ...everyone, Effect: "allow" }), "MalformedPolicy: Invalid effect: allow"],
    ["an effect in lower case in an identity policy", "inline", policy({ ...allow, Effect: "allow" }), "MalformedPolicyDocument: The policy failed legacy parsing"],
    ["a missing effect", "key", policy({ Principal: "*", Action: "kms:*", Resource: "*" }), "MalformedPolicyDocumentException: Missing required field Effect"],
    ["a principal in an identity policy", "inline", policy(everyone), "MalformedPolicyDocument: Policy document should not specify a principal."],
    ["a resource in a trust policy", "trust", policy({ ...trust, Resource: "*" }), "MalformedPolicyDocument: Has prohibited field Resource"],
    ["a trust policy that allows something else", "trust", policy({ ...trust, Action: "s3:GetObject" }), "MalformedPolicyDocument: AssumeRole policy may only specify STS AssumeRole actions."],
    ["a bucket policy without a principal", "bucket", policy(allow), "MalformedPolicy: Missing required field Principal"],
    ["a principal that is a bare name", "bucket", policy({ ...allow, Principal: "123456789012" }), "MalformedPolicy: Invalid policy syntax."],
    ["an empty principal", "trust", policy({ ...trust, Principal: {} }), "MalformedPolicyDocument: Missing required field Principal cannot be empty!"],
    ["an unknown kind of principal", "bucket", policy({ ...allow, Principal: { Role: "x" } }), "MalformedPolicy: Invalid policy syntax."],
    ["an identity policy without actions", "managed", policy({ Effect: "Allow", Resource: "*" }), "MalformedPolicyDocument: Policy statement must contain actions."],
    ["an identity policy without resources", "managed", policy({ Effect: "Allow", Action: "s3:*" }), "MalformedPolicyDocument: Policy statement must contain resources."],
    ["a bucket policy without resources", "bucket", policy({ Effect: "Allow", Action: "s3:*", Principal: "*" }), "MalformedPolicy: Missing required field Resource"],
    ["a resource that is no ARN", "inline", policy({ ...allow, Resource: "my-bucket" }), 'MalformedPolicyDocument: Resource my-bucket must be in ARN format or "*".'],
    ["an action without its service", "inline", policy({ ...allow, Action: "GetObject" }), "MalformedPolicyDocument: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."],
    ["an action without its service in a bucket policy", "bucket", policy({ ...everyone, Action: "GetObject" }), "MalformedPolicy: Policy has invalid action"],
    ["Action beside NotAction", "bucket", policy({ ...everyone, NotAction: "s3:*" }), "MalformedPolicy: Statement/policy already has instance of Action"],
    ["an unknown condition operator", "bucket", policy({ ...everyone, Condition: { StringMatches: { a: "b" } } }), "MalformedPolicy: Invalid Condition type : StringMatches"],
    ["a condition that holds an object", "key", policy({ ...everyone, Condition: { StringEquals: { a: { b: 1 } } } }), "MalformedPolicyDocumentException: Invalid policy syntax."],
    ["two statements of one Sid in an identity policy", "managed", policy({ ...allow, Sid: "a" }, { ...allow, Sid: "a" }), "MalformedPolicyDocument: Statement IDs (SID) in a single policy must be unique."],
    ["two statements of one Sid in a bucket policy", "bucket", policy({ ...everyone, Sid: "a" }, { ...everyone, Sid: "a" }), "MalformedPolicy: The Statement Ids in the policy are not unique"],
    ["a topic policy that is not JSON", "topic", "{", "InvalidParameter: Invalid parameter: Policy Error: This policy contains invalid Json"],
  ])("refuses %s in AWS's words", (_case, kind, text, words) => {
    expect(refusal(kind, text)).toBe(words);
  });

  it("names the statement at fault in the remedy", () => {
    expect(policyProblem("bucket", policy(everyone, allow))?.remedy).toBe("Statement 2: say who the statement is about.");
  });

  it("counts an identity policy without its white space", () => {
    const resources = Array.from({ length: 130 }, (_, index) => `arn:aws:s3:::bucket-of-department-${1000 + index}/*`);
    const compact = policy({ ...allow, Resource: resources });
    const spaced = JSON.stringify(JSON.parse(compact), undefined, 8);
    expect(compact.length).toBeLessThan(6144);
    expect(spaced.length).toBeGreaterThan(6144);
    expect(policyProblem("managed", spaced)).toBeUndefined();
  });

  it.each<[PolicyKind, number, string]>([
    ["managed", 6144, "LimitExceeded: Cannot exceed quota for PolicySize: 6144"],
    ["trust", 2048, "LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048"],
    ["bucket", 20480, "MalformedPolicy: Policy exceeds the maximum allowed document size."],
    ["logs", 5120, "InvalidParameterException: 1 validation error detected: Value at 'policyDocument' failed to satisfy constraint: Member must have length less than or equal to 5120"],
  ])("refuses a %s policy of more than %d characters, and takes one of exactly as many", (kind, max, words) => {
    const base = kind === "managed" ? { ...allow, Sid: "" } : kind === "trust" ? { ...trust, Sid: "" } : { ...everyone, Sid: "" };
    const room = max - policy(base).length;
    expect(refusal(kind, policy({ ...base, Sid: "a".repeat(room) }))).toBeUndefined();
    expect(refusal(kind, policy({ ...base, Sid: "a".repeat(room + 1) }))).toBe(words);
  });
});
