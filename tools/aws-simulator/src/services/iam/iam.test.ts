import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const PROFILE = "aws:iam/instanceProfile:InstanceProfile";

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
});
const allow = (statement: object = {}): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::logs/*", ...statement }] });

describe("a role", () => {
  it("gets its ARN, unique id and defaults as the provider fills them", () => {
    const account = new SimulatedAccount();
    const role = account.create(ROLE, "app", { name: "app", path: "/team/", assumeRolePolicy: trust });
    expect(role.id).toBe("app");
    expect(role.outputs).toMatchObject({
      arn: "arn:aws:iam::123456789012:role/team/app",
      forceDetachPolicies: false,
      maxSessionDuration: 3600,
      namePrefix: "",
    });
    expect(role.outputs["uniqueId"]).toMatch(/^AROA[A-Z0-9]{17}$/);
    expect(role.outputs["region"]).toBeUndefined();
  });

  it("is named after its prefix when it has one", () => {
    const account = new SimulatedAccount();
    const role = account.create(ROLE, "app", { namePrefix: "app-", assumeRolePolicy: trust });
    expect(role.id).toMatch(/^app-\d{26}$/);
    expect(role.outputs).toMatchObject({ name: role.id, namePrefix: "app-" });
  });

  it("is refused under a name that is taken, in any case of letters and any region", () => {
    const account = new SimulatedAccount();
    account.create(ROLE, "one", { name: "app", assumeRolePolicy: trust });
    expect(refusalOf(() => account.create(ROLE, "two", { name: "APP", assumeRolePolicy: trust }))).toEqual({
      rule: "iam/role-name-free",
      code: "EntityAlreadyExists",
      message: "Role with name APP already exists.",
      remedy: "Role names are unique in the whole account, whatever the region: put region or environment into the name.",
    });
  });

  it("is refused with a trust policy that names a resource", () => {
    const account = new SimulatedAccount();
    const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" }, Resource: "*" };
    expect(refusalOf(() => account.create(ROLE, "app", { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) }))).toEqual({
      rule: "iam/trust-policy-form",
      code: "MalformedPolicyDocument",
      message: "Has prohibited field Resource",
      remedy: "Statement 1: a trust policy speaks about its own role: leave Resource out.",
    });
  });

  it("is refused with a trust policy that is not JSON, in a preview as well", () => {
    const account = new SimulatedAccount();
    expect(refusalOf(() => account.preview(ROLE, "app", { assumeRolePolicy: "{" }))).toMatchObject({
      rule: "iam/trust-policy-form",
      code: "MalformedPolicyDocument",
      message: "This policy contains invalid Json",
    });
  });

  it("trusts a role only once that role exists", () => {
    const account = new SimulatedAccount();
    const arn = "arn:aws:iam::123456789012:role/app";
    const trusting = trust.replace('{"Service":"ec2.amazonaws.com"}', `{"AWS":"${arn}"}`);
    expect(account.preview(ROLE, "other", { assumeRolePolicy: trusting })).toMatchObject({ forceDetachPolicies: false });
    expect(refusalOf(() => account.create(ROLE, "other", { assumeRolePolicy: trusting }))).toMatchObject({
      rule: "iam/trust-policy-principals-exist",
      code: "MalformedPolicyDocument",
      message: `Invalid principal in policy: "AWS":"${arn}"`,
    });
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    expect(account.create(ROLE, "other", { assumeRolePolicy: trusting }).outputs["assumeRolePolicy"]).toBe(trusting);
  });

  it("is refused with a session of more than twelve hours, and takes one of exactly twelve", () => {
    const account = new SimulatedAccount();
    expect(account.create(ROLE, "a", { assumeRolePolicy: trust, maxSessionDuration: 43200 }).outputs["maxSessionDuration"]).toBe(43200);
    expect(refusalOf(() => account.create(ROLE, "b", { assumeRolePolicy: trust, maxSessionDuration: 43201 }))).toEqual({
      rule: "iam/role-session-duration",
      code: "ValidationError",
      message: "1 validation error detected: Value '43201' at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200",
      remedy: "Set `maxSessionDuration` to 3600 to 43200.",
    });
  });

  it("is not deleted while a policy is attached, unless it is told to detach", () => {
    const account = new SimulatedAccount();
    const role = account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    const attachment = account.create(ATTACHMENT, "app", { role: "app", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" });
    expect(refusalOf(() => account.delete(role))).toEqual({
      rule: "iam/role-delete-conflict",
      code: "DeleteConflict",
      message: "Cannot delete entity, must detach all policies first.",
      remedy: "Delete the attachments first, or set forceDetachPolicies.",
    });
    const forced = account.update(role, { name: "app", assumeRolePolicy: trust, forceDetachPolicies: true });
    account.delete(attachment);
    account.create(ATTACHMENT, "again", { role: "app", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" });
    account.delete(forced);
    expect(account.read(forced)).toBeUndefined();
  });

  it("keeps its place when the trust policy's layout alone changes, and is replaced when its path changes", () => {
    const account = new SimulatedAccount();
    const role = account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    const spaced = JSON.stringify(JSON.parse(trust), undefined, 2);
    expect(account.diff(role, { name: "app", assumeRolePolicy: spaced })).toMatchObject({ changes: false, replaces: [] });
    expect(account.diff(role, { name: "app", assumeRolePolicy: trust, path: "/team/" })).toMatchObject({ changes: true, replaces: ["path"] });
  });
});

describe("a managed policy", () => {
  it("has its ARN as id", () => {
    const policy = new SimulatedAccount().create(POLICY, "read", { name: "read", policy: allow() });
    expect(policy.id).toBe("arn:aws:iam::123456789012:policy/read");
    expect(policy.outputs).toMatchObject({ arn: policy.id, attachmentCount: 0, path: "/" });
    expect(policy.outputs["policyId"]).toMatch(/^ANPA[A-Z0-9]{17}$/);
  });

  it("is refused with a resource that is no ARN", () => {
    expect(refusalOf(() => new SimulatedAccount().create(POLICY, "read", { policy: allow({ Resource: "logs" }) }))).toEqual({
      rule: "iam/managed-policy-form",
      code: "MalformedPolicyDocument",
      message: 'Resource logs must be in ARN format or "*".',
      remedy: "Statement 1: give the ARN (`.arn` of the resource), not its name or id.",
    });
  });

  it("is refused under a name that is taken", () => {
    const account = new SimulatedAccount();
    account.create(POLICY, "one", { name: "read", policy: allow() });
    expect(refusalOf(() => account.create(POLICY, "two", { name: "read", policy: allow() }))).toMatchObject({
      rule: "iam/policy-name-free",
      code: "EntityAlreadyExists",
      message: "A policy called read already exists. Duplicate names are not allowed.",
    });
  });

  it("is not deleted while it is attached", () => {
    const account = new SimulatedAccount();
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    const policy = account.create(POLICY, "read", { name: "read", policy: allow() });
    const attachment = account.create(ATTACHMENT, "read", { role: "app", policyArn: policy.id });
    expect(refusalOf(() => account.delete(policy))).toMatchObject({
      code: "DeleteConflict",
      message: "Cannot delete a policy attached to entities.",
    });
    account.delete(attachment);
    account.delete(policy);
    expect(account.read(policy)).toBeUndefined();
  });
});

describe("an attachment", () => {
  it("is refused for a role or policy that does not exist, and takes AWS's own policies unseen", () => {
    const account = new SimulatedAccount();
    const managed = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    expect(refusalOf(() => account.create(ATTACHMENT, "a", { role: "app", policyArn: managed }))).toMatchObject({
      code: "NoSuchEntity",
      message: "The role with name app cannot be found.",
    });
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    expect(account.create(ATTACHMENT, "a", { role: "app", policyArn: managed }).id).toBe(`app/${managed}`);
    const own = "arn:aws:iam::123456789012:policy/gone";
    expect(refusalOf(() => account.create(ATTACHMENT, "b", { role: "app", policyArn: own }))).toMatchObject({
      code: "NoSuchEntity",
      message: `Policy ${own} does not exist or is not attachable.`,
    });
  });

  it("is refused as the eleventh of a role", () => {
    const account = new SimulatedAccount();
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    for (let index = 0; index < 10; index++) {
      account.create(ATTACHMENT, `a${index}`, { role: "app", policyArn: `arn:aws:iam::aws:policy/P${index}` });
    }
    expect(refusalOf(() => account.create(ATTACHMENT, "last", { role: "app", policyArn: "arn:aws:iam::aws:policy/P10" }))).toEqual({
      rule: "iam/managed-policies-per-role",
      code: "LimitExceeded",
      message: "Cannot exceed quota for PoliciesPerRole: 10",
      remedy: "Join policies, or use an inline policy.",
    });
  });
});

describe("an inline policy", () => {
  it("is named after its role and itself", () => {
    const account = new SimulatedAccount();
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    expect(account.create(ROLE_POLICY, "read", { role: "app", name: "read", policy: allow() }).id).toBe("app:read");
  });

  it("is refused with a principal", () => {
    const account = new SimulatedAccount();
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    expect(refusalOf(() => account.create(ROLE_POLICY, "read", { role: "app", policy: allow({ Principal: "*" }) }))).toMatchObject({
      rule: "iam/inline-policy-form",
      code: "MalformedPolicyDocument",
      message: "Policy document should not specify a principal.",
    });
  });

  it("counts with the other inline policies of its role towards 10,240 characters", () => {
    const account = new SimulatedAccount();
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    const half = allow({ Sid: "a".repeat(5000) });
    account.create(ROLE_POLICY, "one", { role: "app", name: "one", policy: half });
    account.create(ROLE_POLICY, "two", { role: "app", name: "two", policy: allow({ Sid: "b".repeat(4900) }) });
    expect(refusalOf(() => account.create(ROLE_POLICY, "three", { role: "app", name: "three", policy: half }))).toEqual({
      rule: "iam/inline-policies-size",
      code: "LimitExceeded",
      message: "Maximum policy size of 10240 bytes exceeded for role app",
      remedy: "Move statements into a managed policy.",
    });
  });
});

describe("an instance profile", () => {
  it("gets its ARN and unique id, and its role has to exist", () => {
    const account = new SimulatedAccount();
    expect(refusalOf(() => account.create(PROFILE, "app", { role: "app" }))).toMatchObject({
      rule: "iam/instance-profile-role-exists",
      code: "NoSuchEntity",
      message: "The role with name app cannot be found.",
      remedy: "Give the `name` of a role that exists; an ARN is not a name.",
    });
    account.create(ROLE, "app", { name: "app", assumeRolePolicy: trust });
    const profile = account.create(PROFILE, "app", { name: "app", role: "app" });
    expect(profile.outputs).toMatchObject({ arn: "arn:aws:iam::123456789012:instance-profile/app", path: "/" });
    expect(profile.outputs["uniqueId"]).toMatch(/^AIPA[A-Z0-9]{17}$/);
    expect(refusalOf(() => account.create(PROFILE, "two", { name: "app" }))).toMatchObject({
      code: "EntityAlreadyExists",
      message: "Instance Profile app already exists.",
    });
  });
});
