import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { integrityProblems } from "./integrity";
import { randomRuns, type RunCall } from "./test-runs/random-run.fixture";
import type { DeploymentState, ResourceState, RunRecorder } from "./resource-state";
import { MemoryRecorder } from "./run-recorder";
import { StateStore } from "./state-store";

/** Its key is derived once for all runs of this file; the passphrase is `password`. */
const SALT = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";
const EMPTY: DeploymentState = { resources: [], pendingOperations: [] };

function thing(name: string, rest: Partial<ResourceState> = {}): ResourceState {
  return {
    urn: `urn:pulumi:dev::test::test:index:Thing::${name}`,
    type: "test:index:Thing",
    custom: true,
    id: name,
    inputs: {},
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
    ...rest,
  };
}

function apply(recorder: RunRecorder, call: RunCall): void {
  if (call.kind === "begin") recorder.begin(call.operation);
  if (call.kind === "complete") recorder.complete(call.change);
}

describe("a memory recorder", () => {
  const a = thing("a");
  const b = thing("b", { dependencies: [a.urn] });
  const base = { resources: [a, b], pendingOperations: [] };

  it("puts what this run has come to before what it has not", () => {
    const recorder = new MemoryRecorder(base);
    const c = thing("c");
    recorder.complete({ put: c });
    recorder.complete({ put: b, drop: b });
    expect(recorder.state().resources).toEqual([c, b, a]);
  });

  it("amends a state where it stands, whether it joined in this run or was there before", () => {
    const recorder = new MemoryRecorder(base);
    const [c, d] = [thing("c"), thing("d")];
    recorder.complete({ put: c });
    recorder.complete({ put: d });
    const [changed, leaving] = [{ ...c, outputs: { v: 1 } }, { ...a, delete: true }];
    recorder.complete({ amend: { old: c, now: changed } });
    recorder.complete({ amend: { old: a, now: leaving } });
    expect(recorder.state().resources).toEqual([changed, d, leaving, b]);
  });

  it("keeps an operation pending until it is completed", () => {
    const recorder = new MemoryRecorder(EMPTY);
    const first = { resource: a, type: "creating" } as const;
    const second = { resource: b, type: "creating" } as const;
    recorder.begin(first);
    recorder.begin(second);
    recorder.complete({ operation: first, put: a });
    expect(recorder.state()).toEqual({ resources: [a], pendingOperations: [second] });
  });

  it("completes an operation that an earlier run left pending", () => {
    const left = { resource: a, type: "creating" } as const;
    const recorder = new MemoryRecorder({ resources: [], pendingOperations: [left] });
    recorder.complete({ operation: left });
    expect(recorder.state()).toEqual(EMPTY);
  });

  it("lets references follow a resource that was put under another URN", () => {
    const parent = thing("parent", { type: "pulumi:providers:test" });
    const child = thing("child", {
      parent: parent.urn,
      provider: `${parent.urn}::parent`,
      deletedWith: parent.urn,
      dependencies: [parent.urn],
      propertyDependencies: { value: [parent.urn], other: [] },
    });
    const recorder = new MemoryRecorder({ resources: [parent, child], pendingOperations: [] });
    const renamed = { ...parent, urn: thing("renamed").urn };
    recorder.complete({ put: renamed, drop: parent });
    expect(recorder.state().resources).toEqual([
      renamed,
      {
        ...child,
        parent: renamed.urn,
        provider: `${renamed.urn}::parent`,
        deletedWith: renamed.urn,
        dependencies: [renamed.urn],
        propertyDependencies: { value: [renamed.urn], other: [] },
      },
    ]);
  });

  it("lets references follow also when the old URN has another state that waits for its deletion", () => {
    const replaced = { ...a, id: "replaced", delete: true };
    const recorder = new MemoryRecorder({ resources: [a, b, replaced], pendingOperations: [] });
    const renamed = { ...a, urn: thing("renamed").urn };
    recorder.complete({ put: renamed, drop: a });
    expect(recorder.state().resources).toEqual([renamed, { ...b, dependencies: [renamed.urn] }, replaced]);
  });

  it("leaves references alone when the old URN is in use again", () => {
    const recorder = new MemoryRecorder(base);
    recorder.complete({ put: { ...a, urn: thing("renamed").urn }, drop: a });
    recorder.complete({ put: thing("a", { id: "another" }) });
    expect(recorder.state().resources.at(-1)).toEqual(b);
  });

  it("refuses to drop, amend or complete what is not recorded, and to put what is", () => {
    const recorder = new MemoryRecorder(base);
    const stranger = thing("stranger");
    const operation = { resource: stranger, type: "creating" } as const;
    expect(() => recorder.complete({ drop: stranger })).toThrow(
      "cannot drop urn:pulumi:dev::test::test:index:Thing::stranger: that state is not recorded",
    );
    expect(() => recorder.complete({ amend: { old: stranger, now: a } })).toThrow(
      "cannot amend urn:pulumi:dev::test::test:index:Thing::stranger: that state is not recorded",
    );
    expect(() => recorder.complete({ operation })).toThrow(
      "an operation on urn:pulumi:dev::test::test:index:Thing::stranger ended that had not begun",
    );
    expect(() => recorder.complete({ put: a })).toThrow(
      "cannot put urn:pulumi:dev::test::test:index:Thing::a: that state is recorded already",
    );
    expect(recorder.state()).toEqual(base);
  });
});

describe("a journaled recorder", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "recorder-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function open(journalBytes?: number): Promise<StateStore> {
    return StateStore.open({
      root,
      project: "test",
      stack: "dev",
      passphrase: "password",
      encryptionSalt: SALT,
      ...(journalBytes !== undefined && { journalBytes }),
    });
  }

  it("has on disk what a memory recorder has after any sequence of changes, folded in or not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.nat(60), fc.nat(3000), fc.boolean(), async (seed, count, journalBytes, secrets) => {
        rmSync(root, { recursive: true });
        const store = await open(journalBytes);
        const calls = randomRuns(EMPTY, { seed, secrets });
        const start = await store.load();
        let memory = new MemoryRecorder(start);
        let recorder = store.recorder(start);
        let call = calls.next(EMPTY).value;
        for (let i = 0; i < count; i += 1) {
          apply(memory, call);
          apply(recorder, call);
          expect(recorder.state()).toEqual(memory.state());
          let base = EMPTY;
          if (call.kind === "save") {
            await store.save(recorder.state(), runRecord);
            base = await store.load();
            memory = new MemoryRecorder(base);
            recorder = store.recorder(base);
          }
          call = calls.next(base).value;
        }
        const found = await (await open()).load();
        expect(found).toEqual(memory.state());
        expect(integrityProblems(found.resources)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("writes for a step as much as the step's own resource takes, however large the state is", async () => {
    const written: number[] = [];
    for (const size of [1, 5000]) {
      rmSync(root, { recursive: true });
      const resources = Array.from({ length: size }, (_, index) => thing(`n${index}`));
      const recorder = (await open()).recorder({ resources, pendingOperations: [] });
      const journal = join(root, "journal", "test", "dev.jsonl");
      recorder.begin({ resource: thing("first"), type: "creating" });
      const before = statSync(journal).size;
      const operation = { resource: thing("second"), type: "creating" } as const;
      recorder.begin(operation);
      recorder.complete({ operation, put: thing("second", { outputs: { arn: "x" } }) });
      written.push(statSync(journal).size - before);
    }
    const [small = 0, large = 0] = written;
    // Only the numbers of states get longer.
    expect(large - small).toBeLessThanOrEqual(6);
    expect(small).toBeLessThan(400);
  });

  it("moves a state that did not change without writing it again", async () => {
    const state = thing("same", { outputs: { long: "x".repeat(5000) } });
    const recorder = (await open()).recorder({ resources: [state], pendingOperations: [] });
    recorder.complete({ put: state, drop: state });
    expect(statSync(join(root, "journal", "test", "dev.jsonl")).size).toBeLessThan(200);
    expect((await (await open()).load()).resources).toEqual([state]);
  });
});

const runRecord = {
  kind: "update",
  result: "succeeded",
  startTime: new Date(0),
  endTime: new Date(1000),
  resourceChanges: {},
} as const;
