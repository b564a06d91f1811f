import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";
import { somebodyCanChangePolicy } from "./key-policy";

const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";
const REPLICA = "aws:kms/replicaKey:ReplicaKey";
const root = "arn:aws:iam::123456789012:root";

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
const administered = { Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" };
const logsOnly = { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: "kms:*", Resource: "*" };

describe("a key", () => {
  it("gets a UUID, an ARN, and the policy that delegates to its account", () => {
    const key = new SimulatedAccount().create(KEY, "data");
    expect(key.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(key.outputs).toMatchObject({
      arn: `arn:aws:kms:us-east-1:123456789012:key/${key.id}`,
      keyId: key.id,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
      multiRegion: false,
      isEnabled: true,
      region: "us-east-1",
    });
    expect(String(key.outputs["policy"])).toContain(root);
    expect(key.outputs["rotationPeriodInDays"]).toBeUndefined();
  });

  it("is rotated every 365 days unless told otherwise", () => {
    const account = new SimulatedAccount();
    expect(account.create(KEY, "a", { enableKeyRotation: true }).outputs["rotationPeriodInDays"]).toBe(365);
    expect(account.create(KEY, "b", { enableKeyRotation: true, rotationPeriodInDays: 90 }).outputs["rotationPeriodInDays"]).toBe(90);
  });

  it("is refused with a policy that nobody could ever change, in a preview as well", () => {
    expect(refusalOf(() => new SimulatedAccount().preview(KEY, "data", { policy: policy(logsOnly) }))).toEqual({
      rule: "kms/key-policy-lock-out",
      code: "MalformedPolicyDocumentException",
      message: "The new key policy will not allow you to update the key policy in the future.",
      remedy: "Allow kms:* to the account's root (arn:aws:iam::<account>:root): identity policies then decide.",
    });
    const account = new SimulatedAccount();
    expect(account.create(KEY, "data", { policy: policy(administered, logsOnly) }).outputs["policy"]).toBe(policy(administered, logsOnly));
    expect(account.create(KEY, "forced", { policy: policy(logsOnly), bypassPolicyLockoutSafetyCheck: true }).outputs["policy"]).toBe(policy(logsOnly));
  });

  it.each<[string, object[], boolean]>([
    ["a role that may do everything", [{ ...administered, Principal: { AWS: "arn:aws:iam::123456789012:role/admin" } }], true],
    ["everybody of an organisation", [{ ...administered, Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }], true],
    ["the account by PutKeyPolicy alone", [{ ...administered, Action: ["kms:PutKeyPolicy"] }], true],
    ["the account, except for PutKeyPolicy", [{ ...administered, Action: ["kms:Encrypt", "kms:Describe*"] }], false],
    ["nobody, by a Deny of everybody", [administered, { ...administered, Effect: "Deny", Principal: "*" }], false],
    ["the account, with a conditional Deny", [administered, { ...administered, Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }], true],
  ])("can be managed by %s: %#", (_who, statements, can) => {
    expect(somebodyCanChangePolicy(policy(...statements))).toBe(can);
  });

  it.each<[string, object, string, string, string]>([
    ["a policy that is not JSON", { policy: "{" }, "kms/key-policy-form", "MalformedPolicyDocumentException", "This policy contains invalid Json"],
    [
      "a policy that names a role that does not exist",
      { policy: policy(administered, { ...administered, Principal: { AWS: "arn:aws:iam::123456789012:role/gone" } }) },
      "kms/key-policy-principals-exist",
      "MalformedPolicyDocumentException",
      "Policy contains a statement with one or more invalid principals.",
    ],
    [
      "a deletion window of six days",
      { deletionWindowInDays: 6 },
      "kms/key-deletion-window",
      "ValidationException",
      "1 validation error detected: Value '6' at 'pendingWindowInDays' failed to satisfy constraint: Member must have value greater than or equal to 7",
    ],
    [
      "a rotation period of 89 days",
      { enableKeyRotation: true, rotationPeriodInDays: 89 },
      "kms/key-rotation-period",
      "ValidationException",
      "1 validation error detected: Value '89' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 90",
    ],
    [
      "rotation of an asymmetric key",
      { enableKeyRotation: true, customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" },
      "kms/key-rotation-needs-symmetric-key",
      "UnsupportedOperationException",
      "The operation is not supported for this type of key.",
    ],
    [
      "a usage that does not exist",
      { keyUsage: "ENCRYPT" },
      "kms/key-usage",
      "ValidationException",
      "1 validation error detected: Value 'ENCRYPT' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [SIGN_VERIFY, ENCRYPT_DECRYPT, GENERATE_VERIFY_MAC, KEY_AGREEMENT]",
    ],
  ])("is refused with %s", (_case, inputs, rule, code, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(KEY, "data", { ...inputs }))).toMatchObject({ rule, code, message });
  });

  it("waits for its deletion, and lends its alias to nobody meanwhile", () => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data", { deletionWindowInDays: 7 });
    account.delete(key);
    expect(account.read(key)).toBeUndefined();
    expect(refusalOf(() => account.create(ALIAS, "data", { name: "alias/data", targetKeyId: key.id }))).toMatchObject({
      rule: "kms/alias-target-not-pending-deletion",
      code: "KMSInvalidStateException",
      message: `arn:aws:kms:us-east-1:123456789012:key/${key.id} is pending deletion.`,
    });
    expect(account.create(KEY, "data").id).not.toBe(key.id);
  });
});

describe("an alias", () => {
  it("points at a key by id or ARN and tells its ARN", () => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data");
    const alias = account.create(ALIAS, "data", { name: "alias/data", targetKeyId: String(key.outputs["arn"]) });
    expect(alias).toMatchObject({
      id: "alias/data",
      outputs: { arn: "arn:aws:kms:us-east-1:123456789012:alias/data", targetKeyArn: key.outputs["arn"] },
    });
    const other = account.create(KEY, "other");
    expect(account.update(alias, { name: "alias/data", targetKeyId: other.id }).outputs["targetKeyArn"]).toBe(other.outputs["arn"]);
  });

  it("is refused without a key, and under a name that is taken", () => {
    const account = new SimulatedAccount();
    const missing = "1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(refusalOf(() => account.create(ALIAS, "data", { name: "alias/data", targetKeyId: missing }))).toMatchObject({
      rule: "kms/alias-target-key-id-exists",
      code: "NotFoundException",
      message: `Key 'arn:aws:kms:us-east-1:123456789012:key/${missing}' does not exist`,
    });
    const key = account.create(KEY, "data");
    account.create(ALIAS, "data", { name: "alias/data", targetKeyId: key.id });
    expect(refusalOf(() => account.create(ALIAS, "again", { name: "alias/data", targetKeyId: key.id }))).toMatchObject({
      rule: "kms/alias-name-free",
      code: "AlreadyExistsException",
      message: "An alias with the name arn:aws:kms:us-east-1:123456789012:alias/data already exists",
    });
  });
});

describe("a key policy of its own", () => {
  const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

  it("takes the place of the key's", () => {
    const account = new SimulatedAccount();
    const key = account.create(KEY, "data");
    const kmsKeyId = String(key.outputs["arn"]);
    expect(refusalOf(() => account.create("aws:cloudwatch/logGroup:LogGroup", "app", { kmsKeyId })).rule).toBe("cloudwatch/log-group-key-lets-logs-in");
    expect(account.create(KEY_POLICY, "data", { keyId: key.id, policy: policy(administered, logsOnly) }).id).toBe(key.id);
    expect(account.create("aws:cloudwatch/logGroup:LogGroup", "app", { kmsKeyId }).outputs["kmsKeyId"]).toBe(kmsKeyId);
  });

  it("is refused as the key's would be, and without its key", () => {
    const account = new SimulatedAccount();
    const keyId = account.create(KEY, "data").id;
    expect(refusalOf(() => account.create(KEY_POLICY, "p", { keyId, policy: "{" })).rule).toBe("kms/separate-key-policy-form");
    expect(refusalOf(() => account.create(KEY_POLICY, "p", { keyId, policy: policy(logsOnly) })).rule).toBe("kms/key-policy-lock-out");
    expect(refusalOf(() => account.create(KEY_POLICY, "p", { keyId, policy: policy(administered, { ...administered, Principal: { AWS: "admin" } }) })).rule).toBe(
      "kms/separate-key-policy-principals-exist",
    );
    expect(refusalOf(() => account.create(KEY_POLICY, "p", { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: policy(administered) })).code).toBe("NotFoundException");
  });
});

describe("a replica key", () => {
  it("shares its primary's id in another region", () => {
    const account = new SimulatedAccount();
    const primary = account.create(KEY, "data", { multiRegion: true, enableKeyRotation: true });
    expect(primary.id).toMatch(/^mrk-[0-9a-f]{32}$/);
    const replica = account.create(REPLICA, "data", { primaryKeyArn: String(primary.outputs["arn"]), region: "eu-west-1" });
    expect(replica).toMatchObject({
      id: primary.id,
      outputs: { arn: `arn:aws:kms:eu-west-1:123456789012:key/${primary.id}`, keyRotationEnabled: true, keySpec: "SYMMETRIC_DEFAULT" },
    });
  });

  it("is refused of a single-region key, in the primary's own region, and of a key that does not exist", () => {
    const account = new SimulatedAccount();
    const single = account.create(KEY, "single");
    expect(refusalOf(() => account.create(REPLICA, "a", { primaryKeyArn: String(single.outputs["arn"]), region: "eu-west-1" }))).toMatchObject({
      rule: "kms/replica-of-multi-region-key",
      code: "UnsupportedOperationException",
    });
    const primary = account.create(KEY, "multi", { multiRegion: true });
    expect(refusalOf(() => account.create(REPLICA, "b", { primaryKeyArn: String(primary.outputs["arn"]) }))).toMatchObject({
      rule: "kms/replica-in-another-region",
      code: "AlreadyExistsException",
      message: `Multi-Region key ${primary.id} already exists in Region us-east-1.`,
    });
    const gone = `arn:aws:kms:us-east-1:123456789012:key/mrk-${"0".repeat(32)}`;
    expect(refusalOf(() => account.create(REPLICA, "c", { primaryKeyArn: gone, region: "eu-west-1" }))).toMatchObject({
      rule: "kms/replica-primary-exists",
      code: "NotFoundException",
      message: `Key '${gone}' does not exist`,
    });
    const replicaOf = { primaryKeyArn: String(primary.outputs["arn"]), region: "eu-west-1" };
    for (const [inputs, rule] of [
      [{ policy: "{" }, "kms/replica-key-policy-form"],
      [{ policy: policy(logsOnly) }, "kms/key-policy-lock-out"],
      [{ policy: policy(administered, { ...administered, Principal: { AWS: "admin" } }) }, "kms/replica-key-policy-principals-exist"],
      [{ deletionWindowInDays: 31 }, "kms/replica-key-deletion-window"],
    ] as const) {
      expect(refusalOf(() => account.create(REPLICA, "d", { ...replicaOf, ...inputs })).rule).toBe(rule);
    }
  });
});
