import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { logicalName, messages } from "./distribution.fixture";
import { OriginVerification, type OriginVerificationArgs } from "./origin-verification";

const naming = new Naming({ project: "infra", environment: "dev" });
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const strong = "n4bQgYhMfWWaL28IA7jlkB7";

function deployVerification(
  args: Partial<OriginVerificationArgs> & { readonly version?: number } = {},
  more: Partial<Parameters<typeof deploy>[0]> = {},
) {
  const { version, ...others } = args;
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const kmsKeyArn = new Key("key", { description: "secrets" }).arn;
      const verification = new OriginVerification("web", { source: { kind: "generated", kmsKeyArn, version }, naming, ...others });
      const { headerName, values } = verification;
      return { headerName, values: [...values], secret: pulumi.all(values.map((value) => pulumi.isSecret(value))) };
    },
    ...more,
  });
}

const namesOf = (run: Awaited<ReturnType<typeof deploy>>) => run.resourcesOf(VERSION).map(({ urn }) => logicalName(urn));

describe("OriginVerification", () => {
  it("draws 64 letters and digits and keeps them in a secret under the given key", async () => {
    const run = await deployVerification();
    const { urn } = run.resource("org:edge:OriginVerification", "web");
    const secret = run.resource(SECRET, "web-secret");
    expect([secret.parent, run.resource(VERSION, "web-version-1").parent]).toEqual([urn, urn]);
    expect(secret.inputs).toMatchObject({
      name: "infra-dev-web",
      description: "Header x-origin-verify between CloudFront and the origin of infra-dev",
      kmsKeyId: run.resource("aws:kms/key:Key").outputs.arn,
      recoveryWindowInDays: 30,
      tags: { Name: "infra-dev-web", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    expect(run.outputs.headerName).toBe("x-origin-verify");
    expect(run.outputs.values).toEqual([expect.stringMatching(/^[A-Za-z0-9]{64}$/)]);
    expect(run.resource("org:edge:OriginVerification").outputs).toEqual({
      headerName: "x-origin-verify",
      secretArn: secret.outputs.arn,
    });
  });

  it("closes the secret to other accounts, for good", async () => {
    const run = await deployVerification();
    const { parent, inputs } = run.resource("aws:secretsmanager/secretPolicy:SecretPolicy", "web-policy");
    expect(parent).toBe(run.resource("org:edge:OriginVerification", "web").urn);
    expect([inputs.secretArn, inputs.blockPublicPolicy]).toEqual([run.resource(SECRET).outputs.arn, true]);
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

  it("marks its values as secrets, so that the state holds them encrypted", async () => {
    const run = await deployVerification();
    expect(run.outputs.secret).toEqual([true]);
    const given = await deployVerification({ source: { kind: "given", current: strong, previous: `${strong}8` } });
    expect(given.outputs.secret).toEqual([true, true]);
  });

  it("gives the secret tags of the caller's besides the standard ones", async () => {
    const { inputs } = (await deployVerification({ tags: { Team: "web" } })).resource(SECRET);
    expect(inputs.tags).toMatchObject({ Team: "web", Environment: "dev" });
  });

  it("keeps its value from one deployment to the next", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployVerification({}, { providers });
    const second = await deployVerification({}, { providers, state: first.state });
    expect(second.outputs.values).toEqual(first.outputs.values);
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("draws another value for the next version, and still takes the one before, but not older ones", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployVerification({ version: 1 }, { providers });
    const second = await deployVerification({ version: 2 }, { providers, state: first.state });
    const third = await deployVerification({ version: 3 }, { providers, state: second.state });
    const [one] = first.outputs.values as string[];
    const [two, stillOne] = second.outputs.values as string[];
    const [three, stillTwo] = third.outputs.values as string[];
    expect([stillOne, stillTwo]).toEqual([one, two]);
    expect(new Set([one, two, three]).size).toBe(3);
    expect([namesOf(first), namesOf(second), namesOf(third)]).toEqual([
      ["web-version-1"],
      ["web-version-1", "web-version-2"],
      ["web-version-2", "web-version-3"],
    ]);
  });

  it("writes the newest version last, so that AWSCURRENT is its label", async () => {
    const run = await deployVerification({ version: 5 });
    expect(namesOf(run)).toEqual(["web-version-4", "web-version-5"]);
    expect(run.resource(VERSION, "web-version-5").dependencies).toContain(run.resource(VERSION, "web-version-4").urn);
  });

  it("takes values of your own, and creates nothing then", async () => {
    const source = { kind: "given", current: strong, previous: pulumi.output(`${strong}8`) } as const;
    const run = await deployVerification({ source, headerName: "X-From-Edge" });
    expect(run.outputs).toMatchObject({ headerName: "X-From-Edge", values: [strong, `${strong}8`] });
    expect(run.resources.filter(({ type }) => type.startsWith("aws:secretsmanager/"))).toEqual([]);
    expect(run.resource("org:edge:OriginVerification").outputs).toEqual({ headerName: "X-From-Edge" });
  });

  it("refuses a weak value as soon as it is known, without telling it", async () => {
    const source = { kind: "given", current: pulumi.output("hunter2") } as const;
    const run = await deployVerification({ source }, { expectFailure: true });
    expect(messages(run)).toContain(
      "`source.current` must have 16 to 128 characters without *, ? and white space, " +
        'got "text of 7 characters": draw 64 letters and digits at random',
    );
    expect(messages(run)).not.toContain("hunter2");
  });

  it("frees the name of its secret at once in the ephemeral profile", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployVerification({ profile: "ephemeral" }, { providers });
    expect(first.resource(SECRET).inputs.recoveryWindowInDays).toBe(0);
    const gone = await deployVerification({}, { providers, state: first.state, program: () => undefined });
    expect(gone.resourcesOf(SECRET)).toEqual([]);
    const second = await deployVerification({ profile: "ephemeral" }, { providers, state: gone.state });
    expect(second.resource(SECRET).inputs.name).toBe("infra-dev-web");
  });
});
