import { deploy } from "./deploy";
import { ProviderError } from "./provider";
import { changesOf } from "./test-cloud/expectations";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const deleted = (cloud: TestCloud): string[] => cloud.calls.filter((call) => call.startsWith("delete "));

it("deletes what the program no longer registers, dependents before what they depend on", async () => {
  const cloud = new TestCloud();
  const first = await deploy({
    providers: [cloud],
    program: () => {
      const a = new Thing("a");
      const b = new Thing("b", { link: a.id });
      new Thing("c", {}, { dependsOn: b });
      new Thing("stays");
    },
  });
  const second = await deploy({ providers: [cloud], program: () => void new Thing("stays"), state: first.state });
  expect(changesOf(second)).toEqual(["delete c", "delete b", "delete a"]);
  expect(second.resourcesOf(Thing.token)).toHaveLength(1);
});

it("deletes nothing when the program throws, and keeps the state", async () => {
  const cloud = new TestCloud();
  const first = await deploy({ providers: [cloud], program: () => void new Thing("a") });
  const second = await deploy({
    providers: [cloud],
    state: first.state,
    expectFailure: true,
    program: () => {
      throw new Error("no");
    },
  });
  expect(second.failed).toBe(true);
  expect(deleted(cloud)).toEqual([]);
  expect(second.resourcesOf(Thing.token)).toEqual(first.resourcesOf(Thing.token));
  expect(second.diagnostics).toEqual([{ severity: "error", message: "no" }]);
});

it("deletes nothing when a provider refuses, and lets what is in flight finish", async () => {
  const cloud = new TestCloud();
  const first = await deploy({ providers: [cloud], program: () => void new Thing("old") });
  cloud.refusals.set("refused", new ProviderError("Limit", "too many things", "Delete one."));
  cloud.gates.set("slow", new Promise((resolve) => setTimeout(resolve, 50)));
  const second = await deploy({
    providers: [cloud],
    state: first.state,
    expectFailure: true,
    program: () => {
      const slow = new Thing("slow");
      new Thing("never", { link: slow.id });
      new Thing("refused");
    },
  });
  expect(second.diagnostics).toEqual([
    {
      severity: "error",
      urn: "urn:pulumi:dev::test::test:index/thing:Thing::refused",
      message: "Limit: too many things",
      remedy: "Delete one.",
    },
  ]);
  expect(second.resourcesOf(Thing.token).map(({ id }) => id)).toEqual(["slow-2", "old-1"]);
  expect(second.state.pendingOperations).toEqual([]);
  expect(deleted(cloud)).toEqual([]);
});

it("only forgets what is to be retained", async () => {
  const cloud = new TestCloud();
  const first = await deploy({
    providers: [cloud],
    program: () => {
      const group = new Group("group", { retainOnDelete: true });
      new Thing("a", {}, { parent: group });
    },
  });
  const second = await deploy({ providers: [cloud], program: () => undefined, state: first.state });
  expect(changesOf(second)).toEqual(["delete a", "delete group"]);
  expect(deleted(cloud)).toEqual([]);
  expect([...cloud.objects.keys()]).toEqual(["a-1"]);
});

it("leaves it to the container to delete what is deleted with it", async () => {
  const cloud = new TestCloud();
  const first = await deploy({
    providers: [cloud],
    program: () => {
      const container = new Thing("container");
      new Thing("content", {}, { deletedWith: container });
    },
  });
  await deploy({ providers: [cloud], program: () => undefined, state: first.state });
  expect(deleted(cloud)).toEqual(["delete container"]);
});

it("refuses to delete what is protected, by itself or by its parent, before it deletes anything", async () => {
  const cloud = new TestCloud();
  const first = await deploy({
    providers: [cloud],
    program: () => {
      const group = new Group("group", { protect: true });
      new Thing("a", {}, { parent: group });
      new Thing("b");
    },
  });
  const second = await deploy({
    providers: [cloud],
    program: () => undefined,
    state: first.state,
    expectFailure: true,
  });
  expect(second.diagnostics.map(({ message }) => message)).toEqual([
    "Protected: cannot delete urn:pulumi:dev::test::test:index:Group$test:index/thing:Thing::a: it is protected",
    "Protected: cannot delete urn:pulumi:dev::test::test:index:Group::group: it is protected",
  ]);
  expect(deleted(cloud)).toEqual([]);
});
