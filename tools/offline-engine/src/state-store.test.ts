import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { VersionedCheckpoint } from "./deployment-v3";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import type { PropertyMap, PropertyValue } from "./provider";
import type { DeploymentState, ResourceState } from "./resource-state";
import type { RunRecord } from "./run-history";
import { StateStore, type StateStoreOptions } from "./state-store";
import { STACK_TYPE } from "./urn";

/** Its key is derived once for all runs of this file; the passphrase is `password`. */
const SALT = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";
const EMPTY: DeploymentState = { resources: [], pendingOperations: [] };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "state-store-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function open(options: Partial<StateStoreOptions> = {}): Promise<StateStore> {
  return StateStore.open({ root, project: "infra", stack: "dev", passphrase: "password", ...options });
}

function secret(value: PropertyValue): PropertyMap {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

function thing(name: string, outputs: PropertyMap = {}): ResourceState {
  return {
    urn: `urn:pulumi:dev::infra::test:index:Thing::${name}`,
    type: "test:index:Thing",
    custom: true,
    id: name,
    inputs: {},
    outputs,
    dependencies: [],
    propertyDependencies: {},
  };
}

function stackWith(outputs: PropertyMap, stack = "dev"): ResourceState {
  const urn = `urn:pulumi:${stack}::infra::${STACK_TYPE}::infra-${stack}`;
  return { urn, type: STACK_TYPE, custom: false, inputs: {}, outputs, dependencies: [], propertyDependencies: {} };
}

const run: RunRecord = {
  kind: "update",
  result: "succeeded",
  startTime: new Date("2026-01-01T00:00:00.900Z"),
  endTime: new Date("2026-01-01T00:00:07Z"),
  resourceChanges: { create: 1, same: 2 },
};

async function deployed(resources: readonly ResourceState[], record: RunRecord = run): Promise<StateStore> {
  const store = await open();
  const recorder = store.recorder(await store.load());
  for (const put of resources) recorder.complete({ put });
  await store.save(recorder.state(), record);
  return store;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

describe("a state store", () => {
  it("lays its files out as Pulumi's file backend does", async () => {
    await deployed([thing("a")]);
    const withoutTime = filesBelow(".pulumi").map((path) => path.replace(/\d{19}/, "<nanoseconds>"));
    expect(withoutTime).toEqual([
      ".pulumi/backups/infra/dev/dev.<nanoseconds>.json",
      ".pulumi/history/infra/dev/dev-<nanoseconds>.checkpoint.json",
      ".pulumi/history/infra/dev/dev-<nanoseconds>.history.json",
      ".pulumi/meta.yaml",
      ".pulumi/stacks/infra/dev.json",
    ]);
    expect(readFileSync(join(root, ".pulumi/meta.yaml"), "utf8")).toBe("version: 1\n");
    expect((json(".pulumi/stacks/infra/dev.json") as VersionedCheckpoint).checkpoint.stack).toBe("organization/infra/dev");
  });

  it("gives back what was saved", async () => {
    await deployed([thing("a", { password: secret("hunter22") }), thing("b")]);
    expect(await (await open()).load()).toEqual({
      resources: [thing("a", { password: secret("hunter22") }), thing("b")],
      pendingOperations: [],
    });
  });

  it("writes no secret in plain text into any file, the journal of a killed run included", async () => {
    const store = await deployed([thing("a", { password: secret("hunter22") })], {
      ...run,
      config: { "infra:token": "hunter33", "aws:region": "us-east-1" },
      secretKeys: ["infra:token"],
    });
    const killed = store.recorder(await store.load());
    killed.begin({ resource: thing("b", { password: secret("hunter44") }), type: "creating" });
    const texts = filesBelow(".").map((path) => readFileSync(join(root, path), "utf8"));
    expect(texts.some((text) => text.includes("test:index:Thing::b"))).toBe(true);
    expect(texts.filter((text) => text.includes("hunter"))).toEqual([]);
  });

  it("reads the secrets of a first run that was killed before there was a checkpoint", async () => {
    const store = await open();
    const recorder = store.recorder(await store.load());
    recorder.complete({ put: thing("a", { password: secret("hunter22") }) });
    expect((await (await open()).load()).resources).toEqual([thing("a", { password: secret("hunter22") })]);
  });

  it("uses the salt of the stack's config file, so that one key serves both", async () => {
    const store = await open({ encryptionSalt: SALT });
    const recorder = store.recorder(await store.load());
    recorder.complete({ put: thing("a", { password: secret("x") }) });
    await store.save(recorder.state(), run);
    const { latest } = (json(".pulumi/stacks/infra/dev.json") as VersionedCheckpoint).checkpoint;
    expect(latest?.secrets_providers).toEqual({ type: "passphrase", state: { salt: SALT } });
  });

  it("keeps every ciphertext when nothing changed", async () => {
    await deployed([thing("a", { password: secret("hunter22") })]);
    const before = json(".pulumi/stacks/infra/dev.json") as VersionedCheckpoint;
    const store = await open();
    const base = await store.load();
    const [a] = base.resources;
    const recorder = store.recorder(base);
    if (a !== undefined) recorder.complete({ put: { ...a, modified: "2026-01-01T00:00:00Z" }, drop: a });
    await store.save(recorder.state(), run);
    const after = json(".pulumi/stacks/infra/dev.json") as VersionedCheckpoint;
    expect(after.checkpoint.latest?.resources?.[0]?.outputs).toEqual(before.checkpoint.latest?.resources?.[0]?.outputs);
  });

  it("refuses another passphrase", async () => {
    await deployed([thing("a", { password: secret("hunter22") })]);
    await expect((await open({ passphrase: "wrong" })).load()).rejects.toThrow(
      "the passphrase of this stack's secrets is wrong: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE",
    );
  });

  it("asks no passphrase of a stack without secrets", async () => {
    await deployed([thing("a")]);
    expect((await (await open({ passphrase: "any" })).load()).resources).toEqual([thing("a")]);
  });

  it("records a run in Pulumi's history format, times in whole seconds, secret config encrypted", async () => {
    await deployed([thing("a")], { ...run, message: "m", config: { "infra:token": "t", "aws:region": "r" }, secretKeys: ["infra:token"] });
    const entry = filesBelow(".pulumi/history").find((path) => path.endsWith(".history.json")) ?? "";
    expect(json(entry)).toEqual({
      kind: "update",
      startTime: 1767225600,
      message: "m",
      environment: {},
      config: {
        "infra:token": { secure: expect.stringMatching(/^v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]+=*$/) as string },
        "aws:region": "r",
      },
      result: "succeeded",
      endTime: 1767225607,
      resourceChanges: { create: 1, same: 2 },
    });
  });

  it("writes nothing for a preview", async () => {
    const store = await open();
    await store.save(EMPTY, { ...run, kind: "preview" });
    expect(filesBelow(".")).toEqual([]);
    expect(store.exists()).toBe(false);
  });

  it("keeps the state before the run as .bak, also when the run was folded in on its way", async () => {
    await deployed([thing("a")]);
    const before = readFileSync(join(root, ".pulumi/stacks/infra/dev.json"), "utf8");
    const store = await open({ journalBytes: 0 });
    const recorder = store.recorder(await store.load());
    const written: string[] = [];
    for (const name of "bcdefghijklmnopqrstuvw") {
      recorder.complete({ put: thing(name, { long: "x".repeat(500) }) });
      written.push(readFileSync(join(root, ".pulumi/stacks/infra/dev.json"), "utf8"));
    }
    expect(new Set(written).size).toBeGreaterThan(2);
    await store.save(recorder.state(), run);
    expect(readFileSync(join(root, ".pulumi/stacks/infra/dev.json.bak"), "utf8")).toBe(before);
  });

  it("takes up what a killed run recorded, and folds it in when the next one starts", async () => {
    const store = await deployed([thing("a")]);
    const killed = store.recorder(await store.load());
    killed.complete({ put: thing("b") });
    killed.begin({ resource: thing("c"), type: "creating" });
    const left = {
      resources: [thing("b"), thing("a")],
      pendingOperations: [{ resource: thing("c"), type: "creating" as const }],
    };
    const next = await open();
    const base = await next.load();
    expect(base).toEqual(left);
    next.recorder(base);
    expect(readFileSync(join(root, "journal/infra/dev.jsonl"), "utf8")).toBe("");
    const { latest } = (json(".pulumi/stacks/infra/dev.json") as VersionedCheckpoint).checkpoint;
    expect(latest?.pending_operations?.map(({ type }) => type)).toEqual(["creating"]);
    expect(await (await open()).load()).toEqual(left);
  });

  it("keeps what was recorded when the state to be saved is inconsistent", async () => {
    const store = await open();
    const recorder = store.recorder(await store.load());
    recorder.complete({ put: thing("a") });
    const broken = { ...thing("b"), parent: "urn:nowhere" };
    await expect(store.save({ resources: [broken], pendingOperations: [] }, run)).rejects.toThrow(
      "refers to urn:nowhere as its parent, which does not stand before it",
    );
    expect((await (await open()).load()).resources).toEqual([thing("a")]);
  });

  it("makes no backup when Pulumi's variable says so", async () => {
    process.env["PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS"] = "true";
    try {
      await deployed([thing("a")]);
    } finally {
      delete process.env["PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS"];
    }
    expect(existsSync(join(root, ".pulumi/backups"))).toBe(false);
    expect(filesBelow(".pulumi/history")).toHaveLength(2);
  });
});

describe("a state store refuses", () => {
  it.each(["", "..", "a/b", "über"])("the stack name %j", async (stack) => {
    await expect(open({ stack })).rejects.toThrow(
      `the stack name ${JSON.stringify(stack)} is not valid: use 1 to 100 letters, digits, hyphens, underscores and periods`,
    );
  });

  it("a folder of Pulumi's layout before projects", async () => {
    mkdirSync(join(root, ".pulumi/stacks"), { recursive: true });
    writeFileSync(join(root, ".pulumi/stacks/dev.json"), "{}");
    await expect(open()).rejects.toThrow(
      `${join(root, ".pulumi/stacks/dev.json")} is of the layout that Pulumi had before projects: run \`pulumi state upgrade\` first`,
    );
  });

  it("a folder of a later layout", async () => {
    mkdirSync(join(root, ".pulumi"));
    writeFileSync(join(root, ".pulumi/meta.yaml"), "version: 2\n");
    await expect(open()).rejects.toThrow('meta.yaml says "version: 2": only "version: 1" of Pulumi\'s file backend is known');
  });

  it("a compressed checkpoint that is newer than the plain one, and ignores an older one", async () => {
    await deployed([thing("a")]);
    const compressed = join(root, ".pulumi/stacks/infra/dev.json.gz");
    writeFileSync(compressed, "");
    utimesSync(compressed, new Date(0), new Date(0));
    expect((await (await open()).load()).resources).toHaveLength(1);
    const later = new Date(Date.now() + 60_000);
    utimesSync(compressed, later, later);
    await expect((await open()).load()).rejects.toThrow("compressed checkpoints cannot be read: decompress it");
  });
});

describe("a stack reference", () => {
  it("gives the outputs of another stack of the folder and says which are secret", async () => {
    await deployed([stackWith({ plain: "p", password: secret("s"), list: [secret(1)] })]);
    const other = await open({ project: "other", stack: "prod" });
    expect(await other.stackReference("organization/infra/dev")).toEqual({
      name: "organization/infra/dev",
      outputs: { plain: "p", password: secret("s"), list: [secret(1)] },
      secretOutputNames: ["password", "list"],
    });
  });

  it("means the project's own stack when it names only one", async () => {
    await deployed([stackWith({ v: 1 })]);
    const other = await open({ stack: "prod" });
    expect((await other.stackReference("dev"))?.outputs).toEqual({ v: 1 });
    expect((await other.stackReference("organization/dev"))?.outputs).toEqual({ v: 1 });
  });

  it("is undefined when there is no such stack, and has no outputs when nothing is deployed in it", async () => {
    const store = await deployed([]);
    expect(await store.stackReference("absent")).toBeUndefined();
    expect(await store.stackReference("dev")).toEqual({ name: "dev", outputs: {}, secretOutputNames: [] });
  });

  it.each(["acme/infra/dev", "acme/dev", "organization/a/b/c"])("to %s is refused", async (reference) => {
    await expect((await open()).stackReference(reference)).rejects.toThrow(
      `the stack reference "${reference}" cannot be found offline: write <stack>, or organization/<project>/<stack>`,
    );
  });
});
