import * as pulumi from "@pulumi/pulumi";
import { type DeployRun, deploy } from "./deploy";
import { changesOf } from "./test-cloud/expectations";
import { Group, TestProvider, Thing, type ThingArgs } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const setting =
  (opts: pulumi.ResourceOptions): pulumi.ResourceTransform =>
  (given) => ({ props: given.props, opts: pulumi.mergeOptions(given.opts, opts) });

const handOn: pulumi.ResourceTransform = ({ props, opts }) => ({ props, opts });

const thing = (args: ThingArgs, ...transforms: pulumi.ResourceTransform[]) => (): void => void new Thing("a", args, { transforms });

/** The changes that the last program makes to what the ones before it have deployed. */
async function changesAfter(...programs: (() => unknown)[]): Promise<string[]> {
  const cloud = new TestCloud();
  let run: DeployRun | undefined;
  for (const program of programs) {
    run = await deploy({ providers: [cloud], program, ...(run !== undefined && { state: run.state }) });
  }
  return run === undefined ? [] : changesOf(run);
}

const GROUP_CHILD = "urn:pulumi:dev::test::test:index:Group$test:index/thing:Thing::a";

describe("a transform changes", () => {
  it("ignoreChanges", async () => {
    const change = setting({ ignoreChanges: ["size"] });
    expect(await changesAfter(thing({ size: 1 }), thing({ size: 2 }, change))).toEqual([]);
  });

  it("replaceOnChanges", async () => {
    const change = setting({ replaceOnChanges: ["size"] });
    expect(await changesAfter(thing({ size: 1 }), thing({ size: 2 }, change))).toEqual([
      "create-replacement a",
      "replace a",
      "delete-replaced a",
    ]);
  });

  it("deleteBeforeReplace", async () => {
    const change = setting({ deleteBeforeReplace: true } as pulumi.CustomResourceOptions);
    expect(await changesAfter(thing({ fixed: 1 }), thing({ fixed: 2 }, change))).toEqual([
      "delete-replaced a",
      "replace a",
      "create-replacement a",
    ]);
  });

  it.each<[string, pulumi.Alias | string]>([
    ["a name", { name: "old" }],
    ["a URN", "urn:pulumi:dev::test::test:index/thing:Thing::old"],
    ["a name and a parent", { name: "old", parent: pulumi.rootStackResource }],
  ])("aliases: %s", async (_, alias) => {
    const before = (): void => void new Thing("old");
    expect(await changesAfter(before, thing({}, setting({ aliases: [alias] })))).toEqual([]);
  });

  it("dependsOn and deletedWith", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        const first = new Thing("first");
        new Thing("a", {}, { transforms: [setting({ dependsOn: first, deletedWith: first })] });
      },
    });
    const first = run.resource(Thing.token, "first").urn;
    expect(run.resource(Thing.token, "a")).toMatchObject({ dependencies: [first], deletedWith: first });
  });

  it("protect, retainOnDelete, customTimeouts and additionalSecretOutputs", async () => {
    const change = setting({
      protect: true,
      retainOnDelete: true,
      customTimeouts: { create: "5m" },
      additionalSecretOutputs: ["arn"],
    } as pulumi.CustomResourceOptions);
    const run = await deploy({ providers: [new TestCloud()], program: thing({}, change) });
    expect(run.resource(Thing.token)).toMatchObject({
      protect: true,
      retainOnDelete: true,
      customTimeouts: { create: 300 },
      additionalSecretOutputs: ["arn"],
    });
  });

  it("import", async () => {
    const cloud = new TestCloud();
    await deploy({ providers: [cloud], program: () => void new Thing("there", { label: "none" }) });
    const change = setting({ import: "there-1" } as pulumi.CustomResourceOptions);
    const run = await deploy({ providers: [cloud], program: thing({ label: "none" }, change) });
    expect(changesOf(run)).toEqual(["create test-dev", "import a"]);
    expect(run.resource(Thing.token).id).toBe("there-1");
  });

  it("the provider", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        const [one, two] = [new TestProvider("one"), new TestProvider("two")];
        new Thing("a", {}, { provider: one, transforms: [setting({ provider: two })] });
      },
    });
    const two = run.resource("pulumi:providers:test", "two");
    expect(run.resource(Thing.token).provider).toBe(`${two.urn}::${two.id}`);
  });
});

// The SDK reads a flag that nobody has set as false, and hands that back as the program's wish: so it is in Pulumi too.
describe("a transform that hands its options on sets to false what was not set", () => {
  it("deleteBeforeReplace, whatever the provider needs", async () => {
    expect(await changesAfter(thing({ exclusive: 1 }), thing({ exclusive: 2 }, handOn))).toEqual([
      "create-replacement a",
      "replace a",
      "delete-replaced a",
    ]);
  });

  it("retainOnDelete, whatever the parent says", async () => {
    const retained = async (...transforms: pulumi.ResourceTransform[]): Promise<boolean> => {
      const program = (): void => {
        new Thing("a", {}, { parent: new Group("g", { retainOnDelete: true }), transforms });
      };
      return (await deploy({ providers: [new TestCloud()], program })).resource(Thing.token).retainOnDelete === true;
    };
    expect([await retained(), await retained(handOn)]).toEqual([true, false]);
  });
});

describe("a transform keeps", () => {
  it("the options that it hands on", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        const first = new Thing("first");
        new Thing("a", {}, {
          dependsOn: first,
          deletedWith: first,
          protect: true,
          ignoreChanges: ["size"],
          customTimeouts: { create: "5m", delete: "1h30m" },
          additionalSecretOutputs: ["arn"],
          transforms: [handOn, handOn],
        });
      },
    });
    const first = run.resource(Thing.token, "first").urn;
    expect(run.resource(Thing.token, "a")).toMatchObject({
      dependencies: [first],
      deletedWith: first,
      protect: true,
      ignoreChanges: ["size"],
      customTimeouts: { create: 300, delete: 5400 },
      additionalSecretOutputs: ["arn"],
    });
  });

  it("all options when it gives back none", async () => {
    // Its type asks for the options; JavaScript does not.
    const answer = (props: pulumi.Inputs): object => ({ props: { ...props, size: 2 } });
    const propsOnly: pulumi.ResourceTransform = ({ props }) => answer(props) as pulumi.ResourceTransformResult;
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => void new Thing("a", {}, { protect: true, ignoreChanges: ["other"], transforms: [propsOnly] }),
    });
    expect(run.resource(Thing.token)).toMatchObject({ protect: true, ignoreChanges: ["other"], inputs: { size: 2 } });
  });

  it.each<[string, pulumi.Alias | string]>([
    ["of a name", { name: "old" }],
    ["of a URN", "urn:pulumi:dev::test::test:index/thing:Thing::old"],
  ])("an alias %s", async (_, alias) => {
    const after = (): void => void new Thing("a", {}, { aliases: [alias], transforms: [handOn, handOn] });
    expect(await changesAfter(() => void new Thing("old"), after)).toEqual([]);
  });

  it("an alias of another parent", async () => {
    const after = (): void => void new Thing("a", {}, { aliases: [{ parent: new Group("g") }], transforms: [handOn] });
    const before = (): void => void new Thing("a", {}, { parent: new Group("g") });
    expect(await changesAfter(before, after)).toEqual([]);
  });

  it("the parent, whatever it answers", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        const other = new Group("other");
        const move: pulumi.ResourceTransform = ({ props, opts }) => ({ props, opts: { ...opts, parent: other } });
        new Thing("a", {}, { parent: new Group("g"), transforms: [move] });
      },
    });
    expect(run.resource(Thing.token).urn).toBe(GROUP_CHILD);
  });
});

it("a transform of a component changes the component's children, by its kind alone", async () => {
  const protectThings: pulumi.ResourceTransform = ({ type, props, opts }) =>
    type === Thing.token ? { props, opts: pulumi.mergeOptions(opts, { protect: true }) } : undefined;
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const parent = new Group("g", { transforms: [protectThings] });
      new Thing("a", {}, { parent });
      new Group("inner", { parent });
    },
  });
  expect(run.resource(Thing.token).protect).toBe(true);
  expect(run.resourcesOf("test:index:Group").map(({ protect }) => protect)).toEqual([undefined, undefined]);
});

it("a component keeps its providers for its children when a transform hands them on", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const own = new TestProvider("own");
      const parent = new Group("g", { providers: [own], transforms: [handOn] });
      new Thing("a", {}, { parent });
    },
  });
  const own = run.resource("pulumi:providers:test");
  expect(run.resource(Thing.token).provider).toBe(`${own.urn}::${own.id}`);
});

it("a transformation of the former kind cannot move a resource, and says so", async () => {
  const program = (): void => {
    const other = new Group("other");
    new Thing("a", {}, {
      transformations: [({ props, opts }) => ({ props, opts: { ...opts, parent: other } })],
    });
  };
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow(
    "Transformations cannot currently be used to change the `parent` of a resource.",
  );
});
