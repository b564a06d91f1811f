import fc from "fast-check";
import { fromCheckpoint, saltOf, toCheckpoint } from "./checkpoint";
import type { DeploymentV3, ResourceV3, VersionedCheckpoint } from "./deployment-v3";
import { integrityProblems } from "./integrity";
import { PassphraseSecrets } from "./passphrase-secrets";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import type { PropertyValue } from "./provider";
import type { DeploymentState, ResourceState } from "./resource-state";
import { deploymentState } from "./test-runs/arbitrary-states.fixture";

/** Its passphrase is `password`. */
const SALT = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";
const STACK = "organization/test/dev";
const PATH = "dev.json";
const time = new Date("2026-01-02T03:04:05.678Z");

function secretsOf(): PassphraseSecrets {
  return new PassphraseSecrets({ passphrase: "password", salt: SALT });
}

function secret(value: PropertyValue): PropertyValue {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

function thing(rest: Partial<ResourceState> = {}): ResourceState {
  return {
    urn: "urn:pulumi:dev::test::test:index:Thing::a",
    type: "test:index:Thing",
    custom: true,
    id: "a",
    inputs: {},
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
    ...rest,
  };
}

function written(state: DeploymentState, secrets = secretsOf()): VersionedCheckpoint {
  return JSON.parse(JSON.stringify(toCheckpoint(state, { stack: STACK, secrets, time }))) as VersionedCheckpoint;
}

function writtenResource(state: ResourceState): ResourceV3 | undefined {
  return written({ resources: [state], pendingOperations: [] }).checkpoint.latest?.resources?.[0];
}

function read(checkpoint: unknown, secrets = secretsOf()): DeploymentState {
  return fromCheckpoint(checkpoint as VersionedCheckpoint, { path: PATH, secrets });
}

function checkpointWith(latest: Partial<DeploymentV3>): unknown {
  const manifest = { time: "2026-01-01T00:00:00Z", magic: "", version: "" };
  return { version: 3, checkpoint: { stack: STACK, latest: { manifest, metadata: {}, ...latest } } };
}

describe("a checkpoint", () => {
  it("gives back every state that was written", () => {
    const secrets = secretsOf();
    fc.assert(
      fc.property(deploymentState, (state) => {
        expect(read(written(state, secrets), secrets)).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  it("does not change when it is read and written again, ciphertexts included", () => {
    const [writer, reader] = [secretsOf(), secretsOf()];
    fc.assert(
      fc.property(deploymentState, (state) => {
        const first = written(state, writer);
        expect(written(read(first, reader), reader)).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it("has nothing of a secret in plain text", () => {
    const inputs = { password: secret("hunter22"), list: [secret({ inner: secret("hunter33") })] };
    const text = JSON.stringify(written({ resources: [thing({ inputs })], pendingOperations: [] }));
    expect(text).not.toContain("hunter");
    expect(text.match(/"ciphertext":"v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]+=*"/g)).toHaveLength(2);
  });

  it("is Pulumi's format 3 with a manifest whose magic belongs to its version", () => {
    expect(written({ resources: [thing()], pendingOperations: [] })).toEqual({
      version: 3,
      checkpoint: {
        stack: "organization/test/dev",
        latest: {
          manifest: {
            time: "2026-01-02T03:04:05.678Z",
            magic: "da41b6ba6f541b05210422a0c7a5cfe6366a0dd710a1faefa2cbf79e60134d0b",
            version: "v3.270.0",
          },
          secrets_providers: { type: "passphrase", state: { salt: SALT } },
          resources: [
            { urn: "urn:pulumi:dev::test::test:index:Thing::a", custom: true, id: "a", type: "test:index:Thing" },
          ],
          metadata: {},
        },
      },
    });
  });

  it("names no secrets provider when the stack never had a secret", () => {
    const checkpoint = written({ resources: [thing()], pendingOperations: [] }, new PassphraseSecrets({ passphrase: "" }));
    expect(Object.keys(checkpoint.checkpoint.latest ?? {})).toEqual(["manifest", "resources", "metadata"]);
  });

  it("leaves out what says nothing, and aliases, whose work is done", () => {
    const state = thing({ protect: false, delete: false, aliases: ["urn:old"], initErrors: [], customTimeouts: {} });
    expect(Object.keys(writtenResource(state) ?? {})).toEqual(["urn", "custom", "id", "type"]);
  });

  it("writes a secret as Pulumi's signature with the encrypted JSON of its value", () => {
    const inputs = writtenResource(thing({ inputs: { password: secret("hunter22") } }))?.inputs;
    const { ciphertext, ...rest } = inputs?.["password"] as { ciphertext: string };
    expect(rest).toEqual({ [SIGNATURE_KEY]: SECRET_SIGNATURE });
    expect(secretsOf().unseal(ciphertext, "anywhere")).toBe('"hunter22"');
  });

  it("reads a plain-text secret of `pulumi stack export --show-secrets`", () => {
    const inputs = { password: { [SIGNATURE_KEY]: SECRET_SIGNATURE, plaintext: '"hunter22"' } };
    const { urn, type } = thing();
    const state = read(checkpointWith({ resources: [{ urn, type, custom: true, id: "a", inputs }] }));
    expect(state.resources[0]?.inputs).toEqual({ password: secret("hunter22") });
  });

  it("reads a property without dependencies that Pulumi wrote as null", () => {
    const { urn, type } = thing();
    const state = read(checkpointWith({ resources: [{ urn, type, custom: true, id: "a", propertyDependencies: { v: null } }] }));
    expect(state.resources[0]?.propertyDependencies).toEqual({ v: [] });
  });

  it("is an empty state when the stack was never deployed", () => {
    expect(read({ version: 3, checkpoint: { stack: STACK } })).toEqual({ resources: [], pendingOperations: [] });
  });
});

describe("a checkpoint is refused", () => {
  it("when its format is newer or older than 3", () => {
    expect(() => read({ version: 4, features: ["taint", "views"], checkpoint: {} })).toThrow(
      "dev.json is of Pulumi's checkpoint format 4 (it uses taint, views), which only Pulumi's own CLI can carry on",
    );
    expect(() => read({ version: 2, checkpoint: {} })).toThrow(
      "dev.json is not a checkpoint of Pulumi's format 3: its version is 2",
    );
  });

  it("when the manifest's magic is not its version's", () => {
    const manifest = { time: "2026-01-01T00:00:00Z", magic: "00", version: "v3.200.0" };
    expect(() => read(checkpointWith({ manifest }))).toThrow(
      "dev.json: the manifest's magic does not belong to its version: the file is damaged; use its .bak",
    );
  });

  it("when its secrets are kept by another provider than the passphrase", () => {
    const checkpoint = checkpointWith({ secrets_providers: { type: "cloud", state: { url: "awskms://x" } } });
    expect(() => saltOf(checkpoint as VersionedCheckpoint, PATH)).toThrow(
      'dev.json: its secrets are kept by the provider "cloud", and only "passphrase" works offline: ' +
        "run `pulumi stack change-secrets-provider passphrase` first",
    );
  });

  it("when a resource refers to something that does not stand before it, naming both", () => {
    const { urn, type } = thing();
    const resource = { urn, type, custom: true, id: "a", parent: "urn:p", provider: "urn:pulumi:dev::test::pulumi:providers:test::p::id" };
    expect(() => read(checkpointWith({ resources: [resource] }))).toThrow(
      `dev.json is inconsistent:
  - ${urn} refers to urn:p as its parent, which does not stand before it
  - ${urn} refers to the provider urn:pulumi:dev::test::pulumi:providers:test::p with the id id, which does not stand before it
Repair it, or use its .bak`,
    );
  });

  it("before it is written, when it is inconsistent", () => {
    expect(() => written({ resources: [thing({ dependencies: ["urn:d"] })], pendingOperations: [] })).toThrow(
      `the state to be written is inconsistent:
  - urn:pulumi:dev::test::test:index:Thing::a refers to urn:d as its dependency, which does not stand before it`,
    );
  });
});

describe("the integrity rules", () => {
  const a = thing();
  const provider = thing({ urn: "urn:pulumi:dev::test::pulumi:providers:test::p", type: "pulumi:providers:test", id: "id" });

  it.each<[string, readonly ResourceState[], readonly string[]]>([
    ["accept a URN twice when all but one wait for their deletion", [a, { ...a, delete: true }, { ...a, delete: true }], []],
    ["refuse a URN that lives twice", [a, a], [`${a.urn} is there twice`]],
    ["refuse a component with an id", [{ ...a, custom: false }], [`${a.urn} is a component and has the id a`]],
    ["accept a provider by URN and id", [provider, { ...a, provider: `${provider.urn}::id` }], []],
    [
      "refuse a provider of another id",
      [provider, { ...a, provider: `${provider.urn}::other` }],
      [`${a.urn} refers to the provider ${provider.urn} with the id other, which does not stand before it`],
    ],
    [
      "refuse a reference to itself or to what comes later",
      [{ ...a, deletedWith: a.urn, propertyDependencies: { v: [provider.urn] } }, provider],
      [
        `${a.urn} refers to ${provider.urn} as its dependency of v, which does not stand before it`,
        `${a.urn} refers to ${a.urn} as its deletedWith, which does not stand before it`,
      ],
    ],
  ])("%s", (_, states, problems) => {
    expect(integrityProblems(states)).toEqual(problems);
  });
});
