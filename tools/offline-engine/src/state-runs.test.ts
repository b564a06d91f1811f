import { Deployment } from "./deployment";
import { type DeployRun, deploy } from "./deploy";
import { EventStream } from "./event-stream";
import type { EngineEvent } from "./events";
import { ProviderError } from "./provider";
import { recoverPending } from "./recover-pending";
import type { ResourceGoal } from "./resource-goal";
import type { DeploymentState, ResourceState } from "./resource-state";
import { MemoryRecorder } from "./run-recorder";
import { changesOf } from "./test-cloud/expectations";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

/** A run without a program over a state. */
async function runOver(
  base: DeploymentState,
  cloud: TestCloud,
  act: (deployment: Deployment) => Promise<void>,
): Promise<{ state: DeploymentState; events: EngineEvent[]; unfinished: string[] }> {
  const events: EngineEvent[] = [];
  const recorder = new MemoryRecorder(base);
  const observer = new EventStream({ planning: false, onEvent: (event) => void events.push(event) });
  const options = { project: "test", stack: "dev", preview: false, providers: [cloud], base, recorder, observer };
  const deployment = new Deployment({ ...options, config: {}, secretKeys: [] });
  await act(deployment).catch(() => undefined);
  return { state: recorder.state(), events, unfinished: deployment.unfinished() };
}

const ops = (events: readonly EngineEvent[]): string[] =>
  events.flatMap(({ resOutputsEvent }) =>
    resOutputsEvent === undefined ? [] : [`${resOutputsEvent.metadata.op} ${nameOf(resOutputsEvent.metadata.urn)}`],
  );
const nameOf = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);
const byName = ({ resources }: DeploymentState, name: string): ResourceState | undefined =>
  resources.find(({ urn }) => nameOf(urn) === name);

let cloud: TestCloud;
let first: DeployRun;

beforeEach(async () => {
  cloud = new TestCloud();
  first = await deploy({
    providers: [cloud],
    program: () => {
      const group = new Group("group");
      const a = new Thing("a", { size: 1 }, { parent: group });
      const b = new Thing("b", { link: a.id });
      new Thing("c", { link: b.id }, { deletedWith: b });
    },
  });
  cloud.calls.length = 0;
});

describe("refresh", () => {
  it("finds nothing to do when nothing has changed, and keeps the very states", async () => {
    const { state, events } = await runOver(first.state, cloud, (deployment) => deployment.refresh());
    expect(state).toEqual(first.state);
    expect(ops(events)).toEqual(["same a", "same b", "same c"]);
  });

  it("takes over what has changed outside, with a diff, and the next deployment puts it right", async () => {
    cloud.objects.set("a-1", { urn: "", inputs: { label: "none", size: 7 } });
    const { state, events } = await runOver(first.state, cloud, (deployment) => deployment.refresh());
    expect(byName(state, "a")).toMatchObject({ inputs: { size: 7 }, outputs: { size: 7, arn: "arn:a-1" } });
    const update = events.find(({ resOutputsEvent }) => resOutputsEvent?.metadata.op === "update");
    expect(update?.resOutputsEvent?.metadata.detailedDiff).toEqual({ size: { kind: "update", inputDiff: false } });
    const next = await deploy({
      providers: [cloud],
      state,
      program: () => void new Thing("a", { size: 1 }, { parent: new Group("group") }),
    });
    expect(changesOf(next)).toEqual(["update a", "delete c", "delete b"]);
  });

  it("forgets what is gone, and every reference to it", async () => {
    cloud.objects.delete("b-2");
    const { state, events } = await runOver(first.state, cloud, (deployment) => deployment.refresh());
    expect(ops(events)).toEqual(["same a", "delete b", "same c"]);
    expect(byName(state, "b")).toBeUndefined();
    expect(byName(state, "c")).toMatchObject({ dependencies: [], propertyDependencies: { link: [] } });
    expect(byName(state, "c")).not.toHaveProperty("deletedWith");
  });
});

describe("destroy", () => {
  it("deletes everything, dependents first, and leaves an empty state", async () => {
    const { state, events } = await runOver(first.state, cloud, (deployment) => deployment.finish());
    expect(ops(events)).toEqual(["delete c", "delete b", "delete a", "delete group", "delete test-dev"]);
    expect(cloud.calls).toEqual(["delete b", "delete a"]);
    expect(state.resources).toEqual([]);
  });

  it("stops at a refusal, keeps what is left, and says what that is", async () => {
    cloud.refusals.set("a", new ProviderError("InUse", "something uses it", "Find it."));
    const { state, unfinished } = await runOver(first.state, cloud, (deployment) => deployment.finish());
    expect(state.resources.map(({ urn }) => nameOf(urn))).toEqual(["test-dev", "group", "default", "a"]);
    expect(unfinished.map(nameOf)).toEqual(["a", "default", "group", "test-dev"]);
    expect(state.pendingOperations).toEqual([]);
  });
});

describe("a halted run", () => {
  const none: [] = [];
  const late: ResourceGoal = {
    ...{ type: "test:index:Thing", name: "late", custom: true, inputs: {}, providers: {}, version: "", pluginDownloadUrl: "" },
    ...{ dependencies: none, propertyDependencies: {}, ignoreChanges: none, replaceOnChanges: none, replaceWith: none },
    ...{ hideDiff: none, additionalSecretOutputs: none, aliases: none, transforms: none },
  };

  it("names what the program still asked for among what is left", async () => {
    const { unfinished } = await runOver({ resources: [], pendingOperations: [] }, cloud, async (deployment) => {
      deployment.halt();
      await deployment.register(late);
    });
    expect(unfinished).toEqual(["urn:pulumi:dev::test::test:index:Thing::late"]);
  });
});

describe("what a killed run has left pending", () => {
  const pending = (name: string, type: "creating" | "updating" | "deleting", changes: object = {}): DeploymentState => {
    const resource = byName(first.state, name);
    if (resource === undefined) throw new Error(`no ${name}`);
    const resources = type === "creating" ? first.state.resources.filter((state) => state !== resource) : first.state.resources;
    return { resources, pendingOperations: [{ type, resource: { ...resource, ...changes } }] };
  };

  it("is taken in when it was created, with the id that the provider finds", async () => {
    const { state, recoveries } = await recoverPending(pending("c", "creating"), [cloud]);
    expect(byName(state, "c")).toMatchObject({ id: "c-3", outputs: { arn: "arn:c-3" } });
    expect(state.pendingOperations).toEqual([]);
    expect(recoveries.map(({ message }) => message)).toEqual([
      "the last run was stopped while it created this; it exists (c-3) and was taken in",
    ]);
  });

  it("is not taken in when the state has it under the URN that it was renamed to", async () => {
    const c = byName(first.state, "c");
    if (c === undefined) throw new Error("no c");
    const renamed = { ...c, urn: c.urn.replace(/c$/, "renamed") };
    const base = pending("c", "creating");
    const { state } = await recoverPending({ ...base, resources: [...base.resources, renamed] }, [cloud]);
    expect(byName(state, "c")).toBeUndefined();
    expect(byName(state, "renamed")).toEqual(renamed);
  });

  it("is forgotten when it was not created", async () => {
    cloud.objects.delete("c-3");
    const { state } = await recoverPending(pending("c", "creating"), [cloud]);
    expect(byName(state, "c")).toBeUndefined();
    expect(state.pendingOperations).toEqual([]);
  });

  it("takes the place of what it was to replace, which goes with the next run", async () => {
    cloud.objects.set("c-9", { urn: byName(first.state, "c")?.urn ?? "", inputs: { label: "none" } });
    const base = { ...pending("c", "updating"), resources: first.state.resources };
    const operation = { type: "creating" as const, resource: base.pendingOperations[0]?.resource as ResourceState };
    const { state } = await recoverPending({ ...base, pendingOperations: [operation] }, [cloud]);
    expect(state.resources.filter(({ urn }) => nameOf(urn) === "c").map(({ id, delete: leaving }) => [id, leaving])).toEqual([
      ["c-3", true],
      ["c-9", undefined],
    ]);
  });

  it("is read again when it was being updated", async () => {
    cloud.objects.set("c-3", { urn: "", inputs: { label: "half" } });
    const { state } = await recoverPending(pending("c", "updating"), [cloud]);
    expect(byName(state, "c")).toMatchObject({ inputs: { label: "half" }, outputs: { label: "half", arn: "arn:c-3" } });
  });

  it("is forgotten when it was deleted", async () => {
    cloud.objects.delete("c-3");
    const { state } = await recoverPending(pending("c", "deleting"), [cloud]);
    expect(byName(state, "c")).toBeUndefined();
  });

  it("stays when it was not deleted after all", async () => {
    const { state } = await recoverPending(pending("c", "deleting"), [cloud]);
    expect(byName(state, "c")).toMatchObject({ id: "c-3" });
  });
});
