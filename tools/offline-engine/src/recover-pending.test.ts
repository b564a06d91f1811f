import { deploy } from "./deploy";
import { recoverPending } from "./recover-pending";
import type { DeploymentState, PendingOperationType, ResourceState } from "./resource-state";
import { Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const urn = (name: string): string => `urn:pulumi:dev::test::${Thing.token}::${name}`;

function thing(name: string, rest: Partial<ResourceState> = {}): ResourceState {
  return {
    urn: urn(name),
    type: Thing.token,
    custom: true,
    id: `${name}-0`,
    inputs: { label: "none" },
    outputs: { label: "none", arn: `arn:${name}-0` },
    provider: PROVIDER,
    dependencies: [],
    propertyDependencies: {},
    ...rest,
  };
}

const provider: ResourceState = {
  urn: "urn:pulumi:dev::test::pulumi:providers:test::default",
  type: "pulumi:providers:test",
  custom: true,
  id: "one",
  inputs: {},
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
};
const PROVIDER = `${provider.urn}::one`;

/** A cloud in which the given states have their objects. */
function cloudOf(...states: readonly ResourceState[]): TestCloud {
  const cloud = new TestCloud();
  for (const state of states) cloud.objects.set(state.id ?? "", { urn: state.urn, inputs: state.inputs });
  return cloud;
}

function stopped(type: PendingOperationType, resource: ResourceState, ...resources: ResourceState[]): DeploymentState {
  return { resources: [provider, ...resources], pendingOperations: [{ resource, type }] };
}

describe("an operation that a killed run left pending", () => {
  it("takes in what was created without telling, and keeps the one that it replaces for deletion", async () => {
    const [former, made] = [thing("a"), thing("a", { id: "a-1", inputs: { label: "new" } })];
    const { id: _, ...planned } = made;
    const { state, recoveries } = await recoverPending(stopped("creating", planned, former), [cloudOf(former, made)]);
    expect(state.pendingOperations).toEqual([]);
    expect(state.resources.map(({ id, delete: leaving }) => ({ id, leaving }))).toEqual([
      { id: "one", leaving: undefined },
      { id: "a-0", leaving: true },
      { id: "a-1", leaving: undefined },
    ]);
    expect(recoveries).toEqual([
      { urn: urn("a"), message: "the last run was stopped while it created this; it exists (a-1) and was taken in" },
    ]);
  });

  it("is forgotten when nothing was created", async () => {
    const { id: _, ...planned } = thing("a");
    const { state } = await recoverPending(stopped("creating", planned), [cloudOf()]);
    expect(state).toEqual({ resources: [provider], pendingOperations: [] });
  });

  it("drops what was deleted without telling", async () => {
    const gone = thing("a");
    const { state } = await recoverPending(stopped("deleting", gone, gone), [cloudOf()]);
    expect(state.resources).toEqual([provider]);
  });

  it("keeps the place of what was deleted to be replaced while others refer to it", async () => {
    const gone = thing("a");
    const dependent = thing("b", { dependencies: [gone.urn] });
    const { state } = await recoverPending(stopped("deleting", gone, gone, dependent), [cloudOf(dependent)]);
    expect(state.resources).toEqual([provider, { ...gone, pendingReplacement: true }, dependent]);
  });

  it("lets what was being updated depend on what it had and on what it was to have", async () => {
    const [a, b] = [thing("a"), thing("b")];
    const old = thing("c", { dependencies: [a.urn], propertyDependencies: { link: [a.urn] } });
    const planned = { ...old, dependencies: [b.urn, urn("absent")], propertyDependencies: { link: [b.urn] } };
    const { state } = await recoverPending(stopped("updating", planned, a, b, old), [cloudOf(a, b, old)]);
    expect(state.resources[3]?.dependencies).toEqual([a.urn, b.urn]);
    expect(state.resources[3]?.propertyDependencies).toEqual({ link: [a.urn, b.urn] });
  });
});

it("deletes, before what must be deleted to be replaced, the dependents that a stopped run has replaced already", async () => {
  const cloud = new TestCloud();
  const first = await deploy({
    providers: [cloud],
    program: () => {
      const base = new Thing("base", { exclusive: 1 });
      new Thing("user", { link: base.arn });
    },
  });
  const user = first.resource(Thing.token, "user");
  // The run after that has made the user anew, without the link, and was stopped before it deleted the old one.
  const now = { ...user, id: "user-9", inputs: { label: "none" }, dependencies: [], propertyDependencies: {} };
  cloud.objects.set("user-9", { urn: user.urn, inputs: now.inputs });
  const resources = first.state.resources.flatMap((state) => (state === user ? [now, { ...user, delete: true }] : [state]));
  cloud.calls.length = 0;
  await deploy({
    providers: [cloud],
    state: { resources, pendingOperations: [] },
    program: () => {
      new Thing("base", { exclusive: 2 });
      new Thing("user");
    },
  });
  expect(cloud.calls.filter((call) => /^(create|delete)/.test(call))).toEqual(["delete user", "delete base", "create base"]);
  expect([...cloud.objects.keys()].sort()).toEqual(["base-3", "user-9"]);
});
