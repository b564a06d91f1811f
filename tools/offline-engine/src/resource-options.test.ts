import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { ProviderError } from "./provider";
import { changesOf } from "./test-cloud/expectations";
import { Group, Thing, type ThingArgs } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const THING_URN = "urn:pulumi:dev::test::test:index/thing:Thing::";

async function changesBetween(
  before: () => void,
  after: () => void,
  cloud = new TestCloud(),
): Promise<{ changes: string[]; thing: (name: string) => Record<string, unknown> }> {
  const first = await deploy({ providers: [cloud], program: before });
  const second = await deploy({ providers: [cloud], program: after, state: first.state });
  return { changes: changesOf(second), thing: (name) => second.resource(Thing.token, name).inputs };
}

describe("ignoreChanges", () => {
  const thing = (args: ThingArgs, ignoreChanges: string[] = []) => (): void =>
    void new Thing("a", args, { ignoreChanges });

  it.each<[string, ThingArgs, ThingArgs, string[]]>([
    ["a property", { size: 1 }, { size: 2 }, ["size"]],
    ["a nested property", { tags: { a: "1", b: "1" } }, { tags: { a: "1", b: "2" } }, ["tags.b"]],
    ["an element of a list", { rules: [{ n: 1 }, { n: 2 }] }, { rules: [{ n: 1 }, { n: 3 }] }, ["rules[1].n"]],
    ["all elements of a list", { rules: [{ n: 1 }, { n: 2 }] }, { rules: [{ n: 5 }, { n: 6 }] }, ["rules[*].n"]],
    ["everything", { size: 1 }, { size: 2, extra: true }, ["*"]],
    ["a property that is gone", { size: 1 }, {}, ["size"]],
    ["a property that is new", {}, { size: 1 }, ["size"]],
    ["a key that needs quoting", { tags: { "a.b": "1" } }, { tags: { "a.b": "2" } }, ['tags["a.b"]']],
    ["what would force a replacement", { fixed: 1 }, { fixed: 2 }, ["fixed"]],
  ])("leaves %s as it is deployed", async (_, before, after, paths) => {
    const { changes, thing: inputs } = await changesBetween(thing(before), thing(after, paths));
    expect(changes).toEqual([]);
    expect(inputs("a")).toEqual({ label: "none", ...before });
  });

  it("leaves the rest of the resource to the program", async () => {
    const { changes, thing: inputs } = await changesBetween(
      thing({ size: 1, tags: { a: "1" } }),
      thing({ size: 2, tags: { a: "2", b: "3" } }, ["tags.a"]),
    );
    expect(changes).toEqual(["update a"]);
    expect(inputs("a")).toEqual({ label: "none", size: 2, tags: { a: "1", b: "3" } });
  });
});

describe("aliases", () => {
  const cases: [string, () => void, () => void][] = [
    ["a former name", () => void new Thing("old"), () => void new Thing("new", {}, { aliases: [{ name: "old" }] })],
    ["a former URN", () => void new Thing("old"), () => void new Thing("new", {}, { aliases: [`${THING_URN}old`] })],
    [
      "a former type",
      () => void new Thing("a", {}, {}, "test:index/old:Old"),
      () => void new Thing("a", {}, { aliases: [{ type: "test:index/old:Old" }] }),
    ],
    [
      "a former parent",
      () => void new Thing("a"),
      () => void new Thing("a", {}, { parent: new Group("g"), aliases: [{ parent: pulumi.rootStackResource }] }),
    ],
    [
      "no former parent",
      () => void new Thing("a", {}, { parent: new Group("g") }),
      () => {
        const g = new Group("g");
        new Thing("a", {}, { aliases: [{ parent: g }] });
      },
    ],
    [
      "a former name of the parent, which the child was named after",
      () => void new Thing("old-x", {}, { parent: new Group("old") }),
      () => void new Thing("new-x", {}, { parent: new Group("new", { aliases: [{ name: "old" }] }) }),
    ],
    [
      "a former type of the grandparent",
      () => {
        const top = new Group("g", {}, {}, "test:index:OldGroup");
        new Thing("a", {}, { parent: new Group("h", { parent: top }) });
      },
      () => {
        const top = new Group("g", { aliases: [{ type: "test:index:OldGroup" }] });
        new Thing("a", {}, { parent: new Group("h", { parent: top }) });
      },
    ],
  ];

  it.each(cases)("find a resource by %s", async (_, before, after) => {
    const cloud = new TestCloud();
    const first = await deploy({ providers: [cloud], program: before });
    const second = await deploy({ providers: [cloud], program: after, state: first.state });
    expect(changesOf(second).filter((change) => !/ [gh]$/.test(change))).toEqual([]);
    expect(second.resource(Thing.token).id).toBe(first.resources.find(({ id }) => id?.endsWith("-1"))?.id);
    expect(cloud.objects.size).toBe(1);
    expect(second.resources).toHaveLength(second.steps.length + 1);
  });
});

it("lets a component be depended on: whoever does waits for what is in it", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const group = new Group("group");
      const inner = new Group("inner", { parent: group });
      new Thing("a", {}, { parent: inner });
      new Thing("b", {}, { dependsOn: group });
    },
  });
  expect(run.resource(Thing.token, "b").dependencies).toContain(run.resource(Thing.token, "a").urn);
});

it("keeps the options of a resource in its state, custom timeouts in seconds", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const a = new Thing("a");
      new Thing("b", { link: a.id, size: 1 }, {
        customTimeouts: { create: "1h30m", update: "5m", delete: "90s" },
        ignoreChanges: ["size"],
        replaceOnChanges: ["link"],
        hideDiffs: ["link"],
        protect: true,
        retainOnDelete: true,
        deletedWith: a,
      });
    },
  });
  const a = run.resource(Thing.token, "a");
  expect(run.resource(Thing.token, "b")).toMatchObject({
    customTimeouts: { create: 5400, update: 300, delete: 90 },
    ignoreChanges: ["size"],
    replaceOnChanges: ["link"],
    hideDiff: ["link"],
    protect: true,
    retainOnDelete: true,
    deletedWith: a.urn,
    dependencies: [a.urn],
    propertyDependencies: { link: [a.urn], size: [] },
    parent: run.resources[0]?.urn,
  });
});

it("names both registrations of a URN, with their places in the program", async () => {
  const program = (): void => {
    new Thing("a");
    new Thing("a");
  };
  const run = await deploy({ providers: [new TestCloud()], program, expectFailure: true });
  expect(run.diagnostics).toHaveLength(1);
  expect(run.diagnostics[0]).toMatchObject({ severity: "error", urn: `${THING_URN}a` });
  expect(run.diagnostics[0]?.message).toMatch(
    /^duplicate resource: `a` \(test:index\/thing:Thing at .+resource-options\.test\.ts#\d+,\d+\) has the URN urn:.+::a, which `a` \(test:index\/thing:Thing at .+resource-options\.test\.ts#\d+,\d+\) has already\. Give one of them another name, or another parent$/,
  );
});

it("lists everything that a check finds wrong, at once", async () => {
  const program = (): void => void new Thing("a", { bad1: 1, bad2: 2 });
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow(
    `${THING_URN}a: InvalidInputs: 2 inputs are not valid\n  - bad1: must not be given\n  - bad2: must not be given`,
  );
});

describe("import", () => {
  const cloud = new TestCloud();
  beforeEach(() => cloud.objects.set("x-9", { urn: "", inputs: { label: "l" } }));

  it("takes an existing object under management, and keeps it", async () => {
    const program = (importId?: string) => (): object => ({
      arn: new Thing("a", { label: "l" }, importId === undefined ? {} : { import: importId }).arn,
    });
    const first = await deploy({ providers: [cloud], program: program("x-9") });
    expect(changesOf(first)).toEqual(["create test-dev", "import a"]);
    expect(first.outputs).toEqual({ arn: "arn:x-9" });
    expect(first.resource(Thing.token)).toMatchObject({ id: "x-9", importID: "x-9" });
    const again = await deploy({ providers: [cloud], program: program("x-9"), state: first.state });
    expect(changesOf(again)).toEqual([]);
    const without = await deploy({ providers: [cloud], program: program(), state: again.state });
    expect(changesOf(without)).toEqual([]);
  });

  it("refuses what differs from the program, naming where", async () => {
    const program = (): void => void new Thing("a", { label: "other", size: 1 }, { import: "x-9" });
    await expect(deploy({ providers: [cloud], program })).rejects.toThrow(
      "ImportMismatch: cannot import `x-9`: it differs from the program in label, size",
    );
  });

  it("refuses what does not exist", async () => {
    const program = (): void => void new Thing("a", {}, { import: "nothing" });
    await expect(deploy({ providers: [cloud], program })).rejects.toThrow(
      "NotFound: cannot import `nothing`: there is no `test:index/thing:Thing` with this id",
    );
  });
});

it("reads what the program gets by id, keeps it in the state as external, and never deletes it", async () => {
  const cloud = new TestCloud();
  cloud.objects.set("x-9", { urn: "", inputs: { label: "l" } });
  const first = await deploy({
    providers: [cloud],
    program: () => {
      const found = Thing.get("a", "x-9");
      return { arn: new Thing("b", { link: found.arn }).link };
    },
  });
  expect(first.outputs).toEqual({ arn: "arn:x-9" });
  expect(first.resource(Thing.token, "a")).toMatchObject({ external: true, custom: true, id: "x-9" });
  const second = await deploy({ providers: [cloud], program: () => undefined, state: first.state });
  expect(changesOf(second)).toEqual(["delete b"]);
  expect(second.resourcesOf(Thing.token)).toEqual([]);
  expect([...cloud.objects.keys()]).toEqual(["x-9"]);
});

it("says so when what the program gets by id does not exist", async () => {
  const program = (): void => void Thing.get("a", "nothing");
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow(
    "NotFound: there is no `test:index/thing:Thing` with the id `nothing`",
  );
});

it("hands the outputs of another stack over, the secret ones as secrets", async () => {
  const run = await deploy({
    providers: [],
    stackReference: (name) =>
      name === "organization/net/dev"
        ? { vpc: "vpc-1", key: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "k" } }
        : undefined,
    program: () => {
      const network = new pulumi.StackReference("organization/net/dev");
      return { vpc: network.requireOutput("vpc"), key: network.requireOutput("key") };
    },
  });
  expect(run.outputs).toEqual({ vpc: "vpc-1", key: "k" });
  expect(run.resources[0]?.outputs["key"]).not.toBe("k");
  const reference = run.resource("pulumi:pulumi:StackReference");
  const builtin = run.resource("pulumi:providers:pulumi");
  expect(builtin.urn).toBe("urn:pulumi:dev::test::pulumi:providers:pulumi::default");
  expect(reference).toMatchObject({
    external: true,
    id: "organization/net/dev",
    provider: `${builtin.urn}::${builtin.id}`,
    outputs: { name: "organization/net/dev", secretOutputNames: ["key"] },
  });
});

it("says so when a referenced stack does not exist", async () => {
  const program = (): void => void new pulumi.StackReference("organization/net/prod");
  await expect(deploy({ providers: [], stackReference: () => undefined, program })).rejects.toThrow(
    "UnknownStack: the stack reference `organization/net/prod` names no stack that exists here",
  );
});

it("fails when the program logs an error, and deletes nothing then", async () => {
  const cloud = new TestCloud();
  const first = await deploy({ providers: [cloud], program: () => void new Thing("a") });
  const second = await deploy({
    providers: [cloud],
    state: first.state,
    expectFailure: true,
    program: () => {
      void pulumi.log.warn("mind the gap");
      void pulumi.log.error("broken");
    },
  });
  expect(second.failed).toBe(true);
  expect(second.diagnostics).toEqual([
    { severity: "warning", message: "mind the gap" },
    { severity: "error", message: "broken" },
  ]);
  expect([...cloud.objects.keys()]).toEqual(["a-1"]);
});

it("keeps an operation pending whose outcome nobody knows, and not one that was refused", async () => {
  const cloud = new TestCloud();
  cloud.refusals.set("crashed", new Error("socket hang up"));
  cloud.gates.set("refused", Promise.resolve());
  cloud.refusals.set("refused", new ProviderError("No", "no", "Stop."));
  const run = await deploy({
    providers: [cloud],
    expectFailure: true,
    program: () => {
      new Thing("crashed");
      new Thing("refused");
    },
  });
  expect(run.state.pendingOperations.map(({ type, resource }) => [type, resource.urn])).toEqual([
    ["creating", `${THING_URN}crashed`],
  ]);
});
