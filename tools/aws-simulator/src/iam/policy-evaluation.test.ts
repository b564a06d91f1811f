import fc from "fast-check";
import { evaluatePolicy, policyAllows, policyMayAllow } from "./policy-evaluation";
import type { AccessRequest } from "./policy-evaluation";

const account = "123456789012";
const root = `arn:aws:iam::${account}:root`;
const role = `arn:aws:iam::${account}:role/app`;
const logGroup = `arn:aws:logs:us-east-1:${account}:log-group:/app`;

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

describe("evaluatePolicy", () => {
  const put = (resource: string, context?: AccessRequest["context"]): AccessRequest => ({
    principal: { service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    action: "s3:PutObject",
    resource,
    ...(context === undefined ? {} : { context }),
  });
  const logs = policy({
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `arn:aws:s3:::logs/AWSLogs/${account}/*`,
  });

  it("lets load balancer logs in under the account's own path only", () => {
    expect(evaluatePolicy(logs, put(`arn:aws:s3:::logs/AWSLogs/${account}/file`))).toBe("allow");
    expect(evaluatePolicy(logs, put("arn:aws:s3:::logs/AWSLogs/210987654321/file"))).toBe("implicitDeny");
    expect(evaluatePolicy(logs, { ...put(`arn:aws:s3:::logs/AWSLogs/${account}/file`), principal: { service: "delivery.logs.amazonaws.com" } })).toBe("implicitDeny");
  });

  it("lets a TLS-only Deny win over the Allow, for plain HTTP alone", () => {
    const tlsOnly = policy(
      JSON.parse(logs).Statement[0],
      { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"], Condition: { Bool: { "aws:SecureTransport": "false" } } },
    );
    const file = `arn:aws:s3:::logs/AWSLogs/${account}/file`;
    expect(evaluatePolicy(tlsOnly, put(file, { "aws:SecureTransport": true }))).toBe("allow");
    expect(evaluatePolicy(tlsOnly, put(file, { "aws:SecureTransport": false }))).toBe("explicitDeny");
  });

  it("lets CloudWatch Logs use the key of the textbook policy for the named log group only", () => {
    const key = policy({
      Effect: "Allow",
      Principal: { Service: "logs.us-east-1.amazonaws.com" },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroup } },
    });
    const encrypt = (service: string, arn?: string): AccessRequest => ({
      principal: { service },
      action: "kms:GenerateDataKeyWithoutPlaintext",
      resource: `arn:aws:kms:us-east-1:${account}:key/1`,
      context: arn === undefined ? {} : { "kms:EncryptionContext:aws:logs:arn": arn },
    });
    expect(policyAllows(key, encrypt("logs.us-east-1.amazonaws.com", logGroup))).toBe(true);
    expect(policyAllows(key, encrypt("logs.us-east-1.amazonaws.com", `${logGroup}-other`))).toBe(false);
    expect(policyAllows(key, encrypt("logs.us-east-1.amazonaws.com"))).toBe(false);
    expect(policyAllows(key, encrypt("logs.eu-west-1.amazonaws.com", logGroup))).toBe(false);
  });

  it("delegates to identity policies where a statement names the account's root", () => {
    const key = policy({ Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" });
    const request = { action: "kms:PutKeyPolicy", resource: "*" };
    expect(evaluatePolicy(key, { ...request, principal: { account } })).toBe("allow");
    expect(evaluatePolicy(key, { ...request, principal: { arn: role } })).toBe("delegated");
    expect(evaluatePolicy(key, { ...request, principal: { arn: "arn:aws:iam::210987654321:role/app" } })).toBe("implicitDeny");
    expect(evaluatePolicy(key, { ...request, principal: { service: "logs.us-east-1.amazonaws.com" } })).toBe("implicitDeny");
    expect(policyAllows(key, { ...request, principal: { arn: role } })).toBe(false);
    expect(policyMayAllow(key, { ...request, principal: { arn: role } })).toBe(true);
  });

  it("takes a Deny of the account as a Deny of everybody in it", () => {
    const document = policy(
      { Effect: "Allow", Principal: { AWS: role }, Action: "s3:*", Resource: "*" },
      { Effect: "Deny", Principal: { AWS: account }, Action: "s3:DeleteObject", Resource: "*" },
    );
    expect(evaluatePolicy(document, { principal: { arn: role }, action: "s3:DeleteObject", resource: "arn:aws:s3:::b/k" })).toBe("explicitDeny");
    expect(evaluatePolicy(document, { principal: { arn: role }, action: "s3:GetObject", resource: "arn:aws:s3:::b/k" })).toBe("allow");
  });

  it("reads an identity policy as speaking about its holder", () => {
    const document = policy({ Effect: "Allow", Action: "dynamodb:GetItem", Resource: `arn:aws:dynamodb:us-east-1:${account}:table/orders` });
    const ask = (action: string, table: string): boolean =>
      policyAllows(document, { principal: { arn: role }, action, resource: `arn:aws:dynamodb:us-east-1:${account}:table/${table}` });
    expect(ask("dynamodb:getitem", "orders")).toBe(true);
    expect(ask("dynamodb:DeleteTable", "orders")).toBe(false);
    expect(ask("dynamodb:GetItem", "people")).toBe(false);
  });

  it("meets a secret's ARN whose last six characters nobody knows", () => {
    const document = policy({ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: `arn:aws:secretsmanager:us-east-1:${account}:secret:app-??????` });
    const ask = (secret: string): boolean =>
      policyAllows(document, { principal: { arn: role }, action: "secretsmanager:GetSecretValue", resource: `arn:aws:secretsmanager:us-east-1:${account}:secret:${secret}` });
    expect(ask("app-a1B2c3")).toBe(true);
    expect(ask("app-two-a1B2c3")).toBe(false);
  });

  it("reads the Not forms as everything else", () => {
    const document = policy({ Effect: "Deny", NotPrincipal: { AWS: role }, NotAction: "s3:Get*", NotResource: "arn:aws:s3:::open/*" });
    const request: AccessRequest = { principal: { arn: `${role}2` }, action: "s3:PutObject", resource: "arn:aws:s3:::closed/k" };
    expect(evaluatePolicy(document, request)).toBe("explicitDeny");
    expect(evaluatePolicy(document, { ...request, principal: { arn: role } })).toBe("implicitDeny");
    expect(evaluatePolicy(document, { ...request, action: "s3:GetObject" })).toBe("implicitDeny");
    expect(evaluatePolicy(document, { ...request, resource: "arn:aws:s3:::open/k" })).toBe("implicitDeny");
  });
});

describe("policyMayAllow", () => {
  const withAccount = policy({
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  });
  const request: AccessRequest = { principal: { service: "delivery.logs.amazonaws.com" }, action: "s3:PutObject", resource: "arn:aws:s3:::b/k" };

  it("takes a condition on an unknown key as one that may hold, and on a known key as it is", () => {
    expect(policyAllows(withAccount, request)).toBe(false);
    expect(policyMayAllow(withAccount, request)).toBe(true);
    expect(policyMayAllow(withAccount, { ...request, context: { "aws:SourceAccount": account } })).toBe(true);
    expect(policyMayAllow(withAccount, { ...request, context: { "aws:SourceAccount": "210987654321" } })).toBe(false);
  });

  it("takes a Deny that hangs on an unknown key as one that may not hold", () => {
    const denied = policy(
      { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" },
      { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    );
    expect(policyMayAllow(denied, request)).toBe(true);
    expect(policyMayAllow(denied, { ...request, context: { "aws:SecureTransport": "false" } })).toBe(false);
  });
});

describe("the laws of evaluation", () => {
  const patterns = fc.constantFrom("*", "s3:*", "s3:Get*", "s3:GetObject", "kms:Decrypt");
  const resources = fc.constantFrom("*", "arn:aws:s3:::a/*", "arn:aws:s3:::a/k", "arn:aws:s3:::b/?");
  const principals = fc.constantFrom<unknown>("*", { AWS: root }, { AWS: role }, { Service: "logs.us-east-1.amazonaws.com" });
  const conditions = fc.constantFrom<object | undefined>(
    undefined,
    { Bool: { "aws:SecureTransport": "true" } },
    { StringLike: { "aws:SourceArn": "arn:aws:s3:::*" } },
    { StringNotEqualsIfExists: { "aws:SourceAccount": "210987654321" } },
    { Null: { "aws:SourceArn": "true" } },
  );
  const statement = (effect: "Allow" | "Deny") =>
    fc.record({ Principal: principals, Action: patterns, Resource: resources, Condition: conditions }).map((parts) => ({ Effect: effect, ...parts }));
  const statements = fc.array(fc.oneof(statement("Allow"), statement("Deny")), { maxLength: 5 });
  const requests: fc.Arbitrary<AccessRequest> = fc.record({
    principal: fc.constantFrom<AccessRequest["principal"]>({ account }, { arn: role }, { service: "logs.us-east-1.amazonaws.com" }, { anonymous: true }),
    action: fc.constantFrom("s3:GetObject", "s3:PutObject", "kms:Decrypt"),
    resource: fc.constantFrom("arn:aws:s3:::a/k", "arn:aws:s3:::b/k", "arn:aws:s3:::a/long"),
    context: fc.constantFrom<NonNullable<AccessRequest["context"]>>({}, { "aws:SecureTransport": true }, { "aws:SourceArn": "arn:aws:s3:::a", "AWS:SourceAccount": account }),
  });

  it("an empty policy allows nothing", () => {
    fc.assert(fc.property(requests, (request) => expect(evaluatePolicy(policy(), request)).toBe("implicitDeny")));
  });

  it("a Deny of everything wins over any statements", () => {
    const denyAll = { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" };
    fc.assert(
      fc.property(statements, requests, (list, request) => {
        expect(evaluatePolicy(policy(...list, denyAll), request)).toBe("explicitDeny");
        expect(policyMayAllow(policy(denyAll, ...list), request)).toBe(false);
      }),
    );
  });

  it("adding an Allow never takes access away, adding a Deny never gives any", () => {
    fc.assert(
      fc.property(statements, statement("Allow"), statement("Deny"), requests, (list, more, less, request) => {
        const before = policyAllows(policy(...list), request);
        if (before) expect(policyAllows(policy(...list, more), request)).toBe(true);
        if (!before) expect(policyAllows(policy(...list, less), request)).toBe(false);
      }),
    );
  });

  it("the order of statements does not matter", () => {
    fc.assert(
      fc.property(statements, requests, (list, request) => {
        expect(evaluatePolicy(policy(...list.toReversed()), request)).toBe(evaluatePolicy(policy(...list), request));
      }),
    );
  });

  it("what is allowed for certain may be allowed too", () => {
    fc.assert(
      fc.property(statements, requests, (list, request) => {
        if (policyAllows(policy(...list), request)) expect(policyMayAllow(policy(...list), request)).toBe(true);
      }),
    );
  });
});
