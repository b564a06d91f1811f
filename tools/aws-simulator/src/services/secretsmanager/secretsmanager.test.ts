import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const KEY = "aws:kms/key:Key";

const gone = "arn:aws:secretsmanager:us-east-1:123456789012:secret:gone-a1B2c3";
const policy = (principal: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: principal, Action: "secretsmanager:GetSecretValue", Resource: "*" }] });

describe("a secret", () => {
  it("has an ARN that ends in six characters of AWS's choice as its id", () => {
    const secret = new SimulatedAccount().create(SECRET, "app", { name: "app/password" });
    expect(secret.id).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:app\/password-[A-Za-z0-9]{6}$/);
    expect(secret.outputs).toMatchObject({ arn: secret.id, policy: "", recoveryWindowInDays: 30, namePrefix: "" });
  });

  it("keeps its name while it waits for its deletion", () => {
    const account = new SimulatedAccount();
    const secret = account.create(SECRET, "app", { name: "app" });
    expect(refusalOf(() => account.create(SECRET, "two", { name: "app" }))).toMatchObject({
      rule: "secretsmanager/secret-name-free",
      code: "ResourceExistsException",
      message: "The operation failed because the secret app already exists.",
    });
    account.delete(secret);
    expect(account.read(secret)).toBeUndefined();
    expect(refusalOf(() => account.create(SECRET, "app", { name: "app" }))).toMatchObject({
      rule: "secretsmanager/secret-name-free",
      code: "InvalidRequestException",
      message: "You can't create this secret because a secret with this name is already scheduled for deletion.",
    });
  });

  it("frees its name at once without a recovery window", () => {
    const account = new SimulatedAccount();
    account.delete(account.create(SECRET, "app", { name: "app", recoveryWindowInDays: 0 }));
    expect(account.create(SECRET, "app", { name: "app" }).outputs["name"]).toBe("app");
  });

  it.each([
    [{ recoveryWindowInDays: 6 }, "secretsmanager/secret-recovery-window", "InvalidParameterException", "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive)."],
    [{ policy: "{" }, "secretsmanager/secret-inline-policy-form", "MalformedPolicyDocumentException", "This policy contains invalid Json"],
    [{ policy: policy({ AWS: "admin" }) }, "secretsmanager/secret-inline-policy-principals-exist", "MalformedPolicyDocumentException", "This resource policy contains an unsupported principal."],
  ])("is refused with %j", (inputs, rule, code, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(SECRET, "app", inputs))).toMatchObject({ rule, code, message });
  });
});

describe("a secret version", () => {
  it("never shows a write-only value", () => {
    const account = new SimulatedAccount();
    const secret = account.create(SECRET, "app", { name: "app" });
    const version = account.create(VERSION, "app", { secretId: secret.id, secretStringWo: "hunter2", secretStringWoVersion: 1 });
    expect(version.id).toMatch(/^arn:aws:secretsmanager:.*\|[0-9a-f-]{36}$/);
    expect(version.outputs).toMatchObject({
      arn: secret.id,
      secretArn: secret.id,
      hasSecretStringWo: true,
      secretStringWoVersion: 1,
      versionStages: ["AWSCURRENT"],
    });
    expect(JSON.stringify(version.outputs)).not.toContain("hunter2");
    expect(JSON.stringify(account.read(version)?.outputs)).not.toContain("hunter2");
    expect(JSON.stringify(account.aws.world.all())).not.toContain("hunter2");
    expect(account.diff(version, { secretId: secret.id, secretStringWo: "hunter3", secretStringWoVersion: 1 }).changes).toBe(false);
  });

  it("follows another of the same secret, and replaces it when the write-only version is raised", () => {
    const account = new SimulatedAccount();
    const secret = account.create(SECRET, "app", { name: "app" });
    const first = account.create(VERSION, "app", { secretId: secret.id, secretStringWo: "one", secretStringWoVersion: 1 });
    const raised = { secretId: secret.id, secretStringWo: "two", secretStringWoVersion: 2 };
    expect(account.diff(first, raised).replaces).toContain("secretStringWoVersion");
    const second = account.create(VERSION, "app2", raised);
    expect(second.outputs["versionId"]).not.toBe(first.outputs["versionId"]);
  });

  it("is refused for a secret that does not exist or is on its way out", () => {
    const account = new SimulatedAccount();
    expect(refusalOf(() => account.create(VERSION, "app", { secretId: gone, secretString: "x" }))).toMatchObject({
      rule: "secretsmanager/secret-version-secret-exists",
      code: "ResourceNotFoundException",
      message: "Secrets Manager can't find the specified secret.",
    });
    const secret = account.create(SECRET, "app", { name: "app" });
    account.delete(secret);
    expect(refusalOf(() => account.create(VERSION, "app", { secretId: secret.id, secretString: "x" }))).toMatchObject({
      rule: "secretsmanager/secret-version-secret-alive",
      code: "InvalidRequestException",
      message: "You can't perform this operation on the secret because it was marked for deletion.",
    });
  });

  it("may name its secret by name", () => {
    const account = new SimulatedAccount();
    const secret = account.create(SECRET, "app", { name: "app" });
    expect(account.create(VERSION, "app", { secretId: "app", secretString: "x" }).outputs["secretArn"]).toBe(secret.id);
  });

  it("is refused with two values, or one that is too large, without telling the value", () => {
    const account = new SimulatedAccount();
    const secret = account.create(SECRET, "app", { name: "app" });
    expect(refusalOf(() => account.create(VERSION, "app", { secretId: secret.id, secretString: "x", secretBinary: "eA==" }))).toMatchObject({
      rule: "secretsmanager/secret-version-one-value",
      code: "InvalidParameterException",
    });
    const refusal = refusalOf(() => account.create(VERSION, "app", { secretId: secret.id, secretString: "x".repeat(65_537) }));
    expect(refusal).toMatchObject({ rule: "secretsmanager/secret-version-size", code: "ValidationException" });
    expect(refusal.message).not.toContain("xxx");
    expect(account.create(VERSION, "app", { secretId: secret.id, secretString: "x".repeat(65_536) }).outputs["hasSecretStringWo"]).toBe(false);
  });

  it("is refused while the secret's key is disabled", () => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data", { isEnabled: false });
    const secret = account.create(SECRET, "app", { name: "app", kmsKeyId: String(key.outputs["arn"]) });
    expect(refusalOf(() => account.create(VERSION, "app", { secretId: secret.id, secretString: "x" }))).toMatchObject({
      rule: "secretsmanager/secret-version-key-usable",
      code: "EncryptionFailure",
    });
    account.update(key, { isEnabled: true });
    expect(account.create(VERSION, "app", { secretId: secret.id, secretString: "x" }).outputs["secretArn"]).toBe(secret.id);
  });
});

describe("a secret's policy and rotation", () => {
  it("need a secret that exists and is not on its way out", () => {
    const account = new SimulatedAccount();
    const secret = account.create(SECRET, "app", { name: "app" });
    const good = policy({ AWS: "arn:aws:iam::123456789012:root" });
    expect(account.create(POLICY, "app", { secretArn: secret.id, policy: good }).id).toBe(secret.id);
    expect(account.create(ROTATION, "app", { secretId: secret.id, rotationRules: { automaticallyAfterDays: 30 } }).outputs).toMatchObject({
      rotationEnabled: true,
      rotateImmediately: true,
    });
    expect(refusalOf(() => account.create(POLICY, "b", { secretArn: gone, policy: good })).rule).toBe("secretsmanager/secret-policy-secret-exists");
    expect(refusalOf(() => account.create(ROTATION, "b", { secretId: gone, rotationRules: { automaticallyAfterDays: 30 } })).rule).toBe("secretsmanager/secret-rotation-secret-exists");
    expect(refusalOf(() => account.create(POLICY, "b", { secretArn: secret.id, policy: "{" })).rule).toBe("secretsmanager/secret-policy-form");
    expect(refusalOf(() => account.create(POLICY, "b", { secretArn: secret.id, policy: policy({ AWS: "admin" }) })).rule).toBe("secretsmanager/secret-policy-principals-exist");
    expect(refusalOf(() => account.create(ROTATION, "b", { secretId: secret.id, rotationRules: { automaticallyAfterDays: 1001 } }))).toMatchObject({
      rule: "secretsmanager/secret-rotation-days",
      code: "ValidationException",
    });
    account.delete(secret);
    expect(refusalOf(() => account.create(POLICY, "b", { secretArn: secret.id, policy: good })).rule).toBe("secretsmanager/secret-policy-secret-alive");
    expect(refusalOf(() => account.create(ROTATION, "b", { secretId: secret.id, rotationRules: { automaticallyAfterDays: 30 } })).rule).toBe("secretsmanager/secret-rotation-secret-alive");
  });
});
