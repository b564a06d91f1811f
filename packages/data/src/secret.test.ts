import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { GeneratedSecret } from "./generated-secret";
import { Secret, type SecretArgs } from "./secret";

const naming = new Naming({ project: "infra", environment: "dev" });
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
const ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:rotate";

type Options = Partial<Parameters<typeof deploy>[0]>;

function deploySecret(args: Partial<SecretArgs> = {}, more: Options = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const key = new EncryptionKey("data", { region: "us-east-1", naming });
      const secret = new Secret("mail-login", { value: "hunter2", version: 1, kmsKeyArn: key.arn, naming, ...args });
      return { arn: secret.arn, keyArn: key.arn, grant: secret.readGrant() };
    },
    ...more,
  });
}

const nameOf = (urn: string) => urn.slice(urn.lastIndexOf("::") + 2);
const changes = (run: Awaited<ReturnType<typeof deploySecret>>) =>
  run.steps.filter(({ op, type }) => op !== "same" && type.startsWith("aws:")).map(({ op, name }) => `${op} ${name}`);

/** How Pulumi marks a secret value, which is encrypted when the state is written. */
const secretly = (value: string) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

describe("Secret", () => {
  it("creates a secret, its policy and its first version, encrypted with the customer's key", async () => {
    const run = await deploySecret();
    const { urn } = run.resource("org:data:Secret", "mail-login");
    expect(run.resources.filter(({ parent }) => parent === urn).map((child) => nameOf(child.urn))).toEqual([
      "mail-login-secret",
      "mail-login-policy",
      "mail-login-version-1",
    ]);
    expect(run.resource(SECRET).inputs).toMatchObject({
      name: "infra-dev-mail-login",
      description: "Secret mail-login of infra-dev",
      kmsKeyId: run.outputs.keyArn,
      recoveryWindowInDays: 30,
    });
  });

  it("passes the value write-only and marked secret: nothing plain holds it", async () => {
    const run = await deploySecret();
    expect(run.resource(VERSION).inputs).toMatchObject({ secretStringWo: secretly("hunter2"), secretStringWoVersion: 1 });
    expect(run.resource(VERSION).inputs.secretString).toBeUndefined();
    const written = JSON.stringify(run.state).replaceAll(JSON.stringify(secretly("hunter2")), "");
    expect(written).not.toContain("hunter2");
    expect(JSON.stringify(run.outputs)).not.toContain("hunter2");
  });

  it("is closed to other accounts, and to any policy that would open it to the public", async () => {
    const { inputs } = (await deploySecret()).resource(POLICY);
    expect(inputs.blockPublicPolicy).toBe(true);
    expect(JSON.parse(String(inputs.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "DenyOtherAccounts",
          Effect: "Deny",
          Principal: "*",
          Action: "secretsmanager:*",
          Resource: "*",
          Condition: {
            StringNotEquals: { "aws:PrincipalAccount": "123456789012" },
            Bool: { "aws:PrincipalIsAWSService": "false" },
          },
        },
      ],
    });
  });

  it("stores another value when the version is raised, and not before", async () => {
    const providers = [new SimulatedAws()];
    const first = await deploySecret({}, { providers });
    const same = await deploySecret({ value: "hunter3" }, { providers, state: first.state });
    expect(changes(same)).toEqual([]);
    const next = await deploySecret({ value: "hunter3", version: 2 }, { providers, state: same.state });
    expect(changes(next)).toEqual(["create mail-login-version-2", "delete mail-login-version-1"]);
    expect(next.resource(VERSION).inputs.secretStringWo).toEqual(secretly("hunter3"));
    expect(same.resource(VERSION).retainOnDelete).toBe(true);
  });

  it("is rotated by a function every 30 days, or as often as it is told, once it has a value", async () => {
    const run = await deploySecret({ rotation: { lambdaArn } });
    const rotation = run.resource(ROTATION, "mail-login-rotation");
    expect(rotation.inputs).toMatchObject({ rotationLambdaArn: lambdaArn, rotationRules: { automaticallyAfterDays: 30 } });
    expect(rotation.dependencies).toContain(run.resource(VERSION).urn);
    const often = await deploySecret({ rotation: { lambdaArn, days: 7 } });
    expect(often.resource(ROTATION).inputs.rotationRules).toMatchObject({ automaticallyAfterDays: 7 });
    expect((await deploySecret()).resourcesOf(ROTATION)).toEqual([]);
  });

  it("frees its name at once in the ephemeral profile", async () => {
    expect((await deploySecret({ profile: "ephemeral" })).resource(SECRET).inputs.recoveryWindowInDays).toBe(0);
  });

  it("takes a description and tags", async () => {
    const { inputs } = (await deploySecret({ description: "Login of the mail relay", tags: { Team: "mail" } })).resource(SECRET);
    expect(inputs).toMatchObject({ description: "Login of the mail relay", tags: { Team: "mail", Project: "infra" } });
  });

  it("grants reading of this secret alone, and of its key through Secrets Manager alone", async () => {
    const { outputs } = await deploySecret();
    expect(outputs.grant).toEqual([
      {
        sid: "ReadMailLogin",
        actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        resources: [outputs.arn],
        resourceSuffixes: [""],
      },
      {
        sid: "DecryptMailLogin",
        actions: ["kms:Decrypt", "kms:DescribeKey"],
        resources: [outputs.keyArn],
        resourceSuffixes: [""],
        condition: { StringLike: { "kms:ViaService": "secretsmanager.*" } },
      },
    ]);
  });

  it("registers nothing when an argument or a tag is wrong", async () => {
    const wrong: Partial<SecretArgs>[] = [{ version: 0 }, { tags: { "aws:mine": "x" } }];
    for (const args of wrong) {
      const run = await deploySecret(args, { expectFailure: true });
      expect(run.resourcesOf("org:data:Secret")).toEqual([]);
    }
  });
});

describe("GeneratedSecret", () => {
  it("has the same policy, rotation and grant", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const key = new EncryptionKey("data", { region: "us-east-1", naming });
        const secret = new GeneratedSecret("app", { kmsKeyArn: key.arn, naming, rotation: { lambdaArn, days: 60 } });
        return { keyArn: key.arn, grant: secret.readGrant() };
      },
    });
    expect(run.resource(POLICY, "app-policy").inputs.blockPublicPolicy).toBe(true);
    expect(run.resource(ROTATION, "app-rotation").inputs.rotationRules).toMatchObject({ automaticallyAfterDays: 60 });
    expect(run.outputs.grant).toMatchObject([{ sid: "ReadApp" }, { sid: "DecryptApp", resources: [run.outputs.keyArn] }]);
  });
});
