import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeploymentState } from "@org/offline-engine";
import { EncryptionKey } from "./encryption-key";
import { GeneratedSecret, type GeneratedSecretArgs } from "./generated-secret";

const naming = new Naming({ project: "infra", environment: "dev" });
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

function deploySecret(args: Partial<GeneratedSecretArgs> = {}, more: Partial<Parameters<typeof deploy>[0]> = {}) {
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      const key = new EncryptionKey("data", { region: "us-east-1", naming, profile: "ephemeral" });
      const { arn } = new GeneratedSecret("app", { kmsKeyArn: key.arn, naming, ...args });
      return { arn, keyArn: key.arn };
    },
    ...more,
  });
}

/** How Pulumi marks values: an object with this key, which says what kind of value it is. */
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

/** What a value that is marked secret says. A value that is not marked fails the test. */
function revealed(value: unknown): string {
  expect(value).toMatchObject({ [SIGNATURE_KEY]: SECRET_SIGNATURE });
  return String((value as { value: unknown }).value);
}

/** Every string in `value`, apart from those that are encrypted when the state is written. */
function plainStrings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if ((value as Record<string, unknown>)[SIGNATURE_KEY] === SECRET_SIGNATURE) return [];
  return Object.values(value).flatMap(plainStrings);
}

const writtenPlain = (state: DeploymentState) => plainStrings(state.resources);

describe("GeneratedSecret", () => {
  it("creates a secret and its first version, as children of the component", async () => {
    const run = await deploySecret();
    const { urn } = run.resource("org:data:GeneratedSecret", "app");
    expect([run.resource(SECRET, "app-secret").parent, run.resource(VERSION, "app-version-1").parent]).toEqual([
      urn,
      urn,
    ]);
  });

  it("encrypts the secret with the customer's key and keeps it for 30 days after a deletion, in production", async () => {
    const run = await deploySecret();
    expect(run.resource(SECRET).inputs).toMatchObject({
      name: "infra-dev-app",
      description: "Generated secret app of infra-dev",
      kmsKeyId: run.outputs.keyArn,
      recoveryWindowInDays: 30,
      tags: { Name: "infra-dev-app", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
  });

  it("takes a description, and the length and characters of its value", async () => {
    const run = await deploySecret({ description: "Session key", length: 64, excludeCharacters: "abc" });
    expect(run.resource(SECRET).inputs.description).toBe("Session key");
    expect(revealed(run.resource(VERSION).inputs.secretStringWo)).toMatch(/^[^abc]{64}$/);
  });

  it("frees the name at once in the ephemeral profile", async () => {
    expect((await deploySecret({ profile: "ephemeral" })).resource(SECRET).inputs.recoveryWindowInDays).toBe(0);
  });

  it("passes the generated value write-only, under its version", async () => {
    const run = await deploySecret();
    const { inputs } = run.resource(VERSION);
    expect(revealed(inputs.secretStringWo)).toMatch(/^[^"'`\\/@:$ ]{32}$/);
    expect(inputs.secretStringWoVersion).toBe(1);
    expect([inputs.secretString, inputs.secretBinary]).toEqual([undefined, undefined]);
  });

  it("never has the value in the state as plain text", async () => {
    const run = await deploySecret();
    const value = revealed(run.resource(VERSION).inputs.secretStringWo);
    expect(value).toHaveLength(32);
    expect(writtenPlain(run.state).filter((text) => text.includes(value))).toEqual([]);
    expect(JSON.stringify(run.outputs)).not.toContain(value);
    expect(JSON.stringify(run.steps)).not.toContain(value);
  });

  it("changes nothing the second time, though another password was drawn", async () => {
    const providers = [new SimulatedAws()];
    const first = await deploySecret({}, { providers });
    const second = await deploySecret({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
    expect(second.resource(VERSION).inputs.secretStringWo).toEqual(first.resource(VERSION).inputs.secretStringWo);
  });

  it("creates another value when the version is raised, and leaves the one before in AWS", async () => {
    const providers = [new SimulatedAws()];
    const first = await deploySecret({}, { providers });
    const second = await deploySecret({ version: 2 }, { providers, state: first.state });
    expect(first.resource(VERSION).retainOnDelete).toBe(true);
    const changes = second.steps.filter(({ op, type }) => op !== "same" && type === VERSION);
    expect(changes.map(({ op, name }) => [op, name])).toEqual([
      ["create", "app-version-2"],
      ["delete", "app-version-1"],
    ]);
    const values = [first, second].map((run) => revealed(run.resource(VERSION).inputs.secretStringWo));
    expect(values[1]).not.toBe(values[0]);
    expect(second.resource(SECRET).id).toBe(first.resource(SECRET).id);
  });

  it("registers its outputs, without the value", async () => {
    const run = await deploySecret({ version: 3 });
    expect(run.resource("org:data:GeneratedSecret").outputs).toEqual({
      arn: run.resource(SECRET).outputs.arn,
      version: 3,
    });
    expect(run.outputs.arn).toBe(run.resource(SECRET).outputs.arn);
  });
});
