import { deploy } from "./deploy";
import { ProviderError } from "./provider";
import { changesOf } from "./test-cloud/expectations";
import { Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

it("creates the replacement before it deletes the old object, which goes at the end of the run", async () => {
  const cloud = new TestCloud();
  const program = (fixed: number) => (): object => {
    const a = new Thing("a", { fixed });
    return { b: new Thing("b", { link: a.id }).link };
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  cloud.calls.length = 0;
  const second = await deploy({ providers: [cloud], program: program(2), state: first.state });
  expect(changesOf(second)).toEqual(["create-replacement a", "replace a", "update b", "delete-replaced a"]);
  expect(second.outputs).toEqual({ b: "a-3" });
  expect(cloud.calls).toEqual([
    "check a again", "diff a", "check a", "create a", "check b again", "diff b", "update b", "delete a",
  ]);
  expect([...cloud.objects.keys()]).toEqual(["b-2", "a-3"]);
  expect(second.resources.filter((state) => state.delete)).toEqual([]);
});

it("deletes the old object first when the provider says so, and before it what would be replaced with it", async () => {
  const cloud = new TestCloud();
  const program = (exclusive: number) => (): void => {
    const a = new Thing("a", { exclusive });
    const b = new Thing("b", { fixedLink: a.id });
    new Thing("c", { link: b.id });
    new Thing("d", { fixedLink: b.id });
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  const second = await deploy({ providers: [cloud], program: program(2), state: first.state });
  expect(changesOf(second)).toEqual([
    "delete-replaced d", "delete-replaced b", "delete-replaced a",
    "replace a", "create-replacement a",
    "replace b", "create-replacement b",
    "update c",
    "replace d", "create-replacement d",
  ]);
  expect([...cloud.objects.keys()].sort()).toEqual(["a-5", "b-6", "c-3", "d-7"]);
});

it("lets the program's deleteBeforeReplace overrule the provider, both ways", async () => {
  const cloud = new TestCloud();
  const program = (n: number) => (): void => {
    new Thing("a", { fixed: n }, { deleteBeforeReplace: true });
    new Thing("b", { exclusive: n }, { deleteBeforeReplace: false });
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  const second = await deploy({ providers: [cloud], program: program(2), state: first.state });
  expect(changesOf(second).filter((step) => step.endsWith(" a"))).toEqual([
    "delete-replaced a", "replace a", "create-replacement a",
  ]);
  expect(changesOf(second).filter((step) => step.endsWith(" b"))).toEqual([
    "create-replacement b", "replace b", "delete-replaced b",
  ]);
});

it("replaces on a change below a path of replaceOnChanges, wildcards included, and only then", async () => {
  const cloud = new TestCloud();
  const program = (tag: string, port: number, label: string) => (): void => {
    new Thing("a", { tags: { team: tag }, rules: [{ port }, { port: 1 }], label }, {
      replaceOnChanges: ["tags", "rules[*].port"],
    });
  };
  const first = await deploy({ providers: [cloud], program: program("x", 1, "l") });
  const labelled = await deploy({ providers: [cloud], program: program("x", 1, "m"), state: first.state });
  expect(changesOf(labelled)).toEqual(["update a"]);
  const ported = await deploy({ providers: [cloud], program: program("x", 2, "m"), state: labelled.state });
  expect(changesOf(ported)).toEqual(["create-replacement a", "replace a", "delete-replaced a"]);
  const tagged = await deploy({ providers: [cloud], program: program("y", 2, "m"), state: ported.state });
  expect(changesOf(tagged)).toEqual(["create-replacement a", "replace a", "delete-replaced a"]);
  expect(tagged.steps.find(({ op }) => op === "replace")?.diff).toEqual({
    "tags.team": { kind: "update-replace", inputDiff: true },
  });
});

it("goes on with a replacement whose old object was deleted before the run stopped", async () => {
  const cloud = new TestCloud();
  const program = (exclusive: number) => (): void => {
    new Thing("a", { exclusive });
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  cloud.refusals.set("a", new ProviderError("Busy", "not now", "Wait."));
  const delayed = cloud.delete.bind(cloud);
  cloud.delete = (request) => {
    cloud.refusals.delete(request.name);
    delayed(request);
    cloud.refusals.set(request.name, new ProviderError("Busy", "not now", "Wait."));
  };
  const stopped = await deploy({ providers: [cloud], program: program(2), state: first.state, expectFailure: true });
  expect(stopped.resource(Thing.token).pendingReplacement).toBe(true);
  cloud.refusals.clear();
  cloud.calls.length = 0;
  const resumed = await deploy({ providers: [cloud], program: program(2), state: stopped.state });
  expect(changesOf(resumed)).toEqual(["replace a", "create-replacement a"]);
  expect(cloud.calls).toEqual(["check a", "diff a", "check a", "create a"]);
  expect(resumed.resource(Thing.token).pendingReplacement).toBeUndefined();
});

it("replaces a resource together with one that it names in replaceWith", async () => {
  const cloud = new TestCloud();
  const program = (fixed: number) => (): void => {
    const a = new Thing("a", { fixed });
    new Thing("b", {}, { replaceWith: [a] });
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  const second = await deploy({ providers: [cloud], program: program(2), state: first.state });
  expect(changesOf(second)).toEqual([
    "create-replacement a", "replace a", "create-replacement b", "replace b", "delete-replaced b", "delete-replaced a",
  ]);
});

it("replaces a resource whenever its replacementTrigger changes, and not when it is set for the first time", async () => {
  const cloud = new TestCloud();
  const program = (replacementTrigger?: string) => (): void => {
    new Thing("a", {}, replacementTrigger === undefined ? {} : { replacementTrigger });
  };
  const untriggered = await deploy({ providers: [cloud], program: program() });
  const set = await deploy({ providers: [cloud], program: program("1"), state: untriggered.state });
  expect(changesOf(set)).toEqual([]);
  const kept = await deploy({ providers: [cloud], program: program("1"), state: set.state });
  expect(changesOf(kept)).toEqual([]);
  const changed = await deploy({ providers: [cloud], program: program("2"), state: kept.state });
  expect(changesOf(changed)).toEqual(["create-replacement a", "replace a", "delete-replaced a"]);
});

it("refuses to replace what is protected, and says what to do", async () => {
  const cloud = new TestCloud();
  const program = (fixed: number) => (): void => {
    new Thing("a", { fixed }, { protect: true });
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  await expect(deploy({ providers: [cloud], program: program(2), state: first.state })).rejects.toThrow(
    "urn:pulumi:dev::test::test:index/thing:Thing::a: Protected: cannot replace " +
      "urn:pulumi:dev::test::test:index/thing:Thing::a: it is protected\n  Take `protect: true` out of the resource's options",
  );
  expect([...cloud.objects.keys()]).toEqual(["a-1"]);
});

it("refuses, before it deletes anything, to delete first what something protected would have to be replaced with", async () => {
  const cloud = new TestCloud();
  const program = (exclusive: number) => (): void => {
    const a = new Thing("a", { exclusive });
    const b = new Thing("b", { fixedLink: a.id }, { protect: true });
    new Thing("c", { fixedLink: b.id });
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  await expect(deploy({ providers: [cloud], program: program(2), state: first.state })).rejects.toThrow(
    "Protected: cannot replace urn:pulumi:dev::test::test:index/thing:Thing::b: it is protected",
  );
  expect([...cloud.objects.keys()]).toEqual(["a-1", "b-2", "c-3"]);
});

it("deletes what was managed when the program only reads under its name, and creates anew when it manages again", async () => {
  const cloud = new TestCloud();
  cloud.objects.set("x-9", { urn: "", inputs: {} });
  const managed = await deploy({ providers: [cloud], program: () => void new Thing("a") });
  const read = await deploy({ providers: [cloud], program: () => void Thing.get("a", "x-9"), state: managed.state });
  expect(changesOf(read)).toEqual(["read a", "delete-replaced a"]);
  expect([...cloud.objects.keys()]).toEqual(["x-9"]);
  const again = await deploy({ providers: [cloud], program: () => void new Thing("a"), state: read.state });
  expect(changesOf(again)).toEqual(["create a"]);
  expect([...cloud.objects.keys()]).toEqual(["x-9", "a-2"]);
});
