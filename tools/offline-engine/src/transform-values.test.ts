import * as pulumi from "@pulumi/pulumi";
import { type DeployRun, deploy } from "./deploy";
import { UNKNOWN } from "./provider";
import { isSecret, secretOf } from "./secret-values";
import { Thing, type ThingArgs } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

/** Deploys `first`, and `a` of the given arguments with a transform. */
function deployThing(
  args: (first: Thing) => ThingArgs,
  transform: pulumi.ResourceTransform,
  { preview = false, onStack = false } = {},
): Promise<DeployRun> {
  const forA: pulumi.ResourceTransform = (given) => (given.name === "a" ? transform(given) : undefined);
  return deploy({
    providers: [new TestCloud()],
    preview,
    program: () => {
      if (onStack) pulumi.runtime.registerResourceTransform(forA);
      const first = new Thing("first");
      new Thing("a", args(first), onStack ? {} : { transforms: [forA] });
    },
  });
}

const inputsOf = (run: DeployRun): Record<string, unknown> => run.resource(Thing.token, "a").inputs;
const handOn: pulumi.ResourceTransform = ({ props, opts }) => ({ props: { ...props, added: true }, opts });

describe.each([
  ["the resource's own transform", { onStack: false }],
  ["a transform of the stack", { onStack: true }],
])("%s", (_, where) => {
  it("hands secrets on as secrets, whole and nested", async () => {
    const run = await deployThing(
      () => ({ secret: pulumi.secret("s"), tags: { plain: "p", hidden: pulumi.secret("h") }, list: [pulumi.secret(1), 2] }),
      handOn,
      where,
    );
    const inputs = inputsOf(run);
    expect(inputs["secret"]).toEqual(secretOf("s"));
    expect(inputs["added"]).toBe(true);
    expect(inputs["tags"]).toEqual({ plain: "p", hidden: secretOf("h") });
    expect(inputs["list"]).toEqual([secretOf(1), 2]);
  });

  it("hands on what a preview does not know yet as unknown, whole and nested", async () => {
    const run = await deployThing(
      (first) => ({ link: first.arn, list: [first.id], tags: { arn: first.arn, plain: "p" } }),
      handOn,
      { ...where, preview: true },
    );
    const inputs = inputsOf(run);
    expect(inputs).toEqual({
      label: "none",
      added: true,
      link: UNKNOWN,
      list: [UNKNOWN],
      tags: { arn: UNKNOWN, plain: "p" },
    });
  });

  it("hands on a secret that a preview does not know yet", async () => {
    const run = await deployThing((first) => ({ secret: pulumi.secret(first.arn) }), handOn, { ...where, preview: true });
    expect(inputsOf(run)["secret"]).toEqual(secretOf(UNKNOWN));
  });

  it("leaves everything as it is when it answers nothing", async () => {
    const run = await deployThing(
      (first) => ({ secret: pulumi.secret("s"), link: first.arn, list: [{ id: first.id }] }),
      () => undefined,
      { ...where, preview: true },
    );
    expect(inputsOf(run)).toEqual({ label: "none", secret: secretOf("s"), link: UNKNOWN, list: [{ id: UNKNOWN }] });
  });
});

it("sees what is secret, unknown or another resource's as outputs, and the rest as plain values", async () => {
  let seen: pulumi.Inputs = {};
  await deployThing(
    (first) => ({ secret: pulumi.secret("s"), link: first.arn, size: 1, label: pulumi.output("known") }),
    ({ props }) => {
      seen = props;
      return undefined;
    },
  );
  expect(Object.keys(seen).sort()).toEqual(["label", "link", "secret", "size"]);
  expect([seen["label"], seen["size"]]).toEqual(["known", 1]);
  expect([pulumi.Output.isInstance(seen["secret"]), pulumi.Output.isInstance(seen["link"])]).toEqual([true, true]);
  const texts = await new Promise((resolve) =>
    pulumi.all([seen["link"], pulumi.unsecret(seen["secret"])]).apply((all) => resolve(all)),
  );
  expect(texts).toEqual(["arn:first-1", "s"]);
});

it("may work on an output, whether it is known or not", async () => {
  const label: pulumi.ResourceTransform = ({ props, opts }) => ({
    props: { ...props, label: pulumi.interpolate`of ${props["link"]}` },
    opts,
  });
  const link = (first: Thing): ThingArgs => ({ link: first.arn });
  expect(inputsOf(await deployThing(link, label))["label"]).toBe("of arn:first-1");
  expect(inputsOf(await deployThing(link, label, { preview: true }))["label"]).toBe(UNKNOWN);
});

it("may make a secret of its own, which stays one in the state", async () => {
  const run = await deployThing(
    () => ({ size: 1 }),
    ({ props, opts }) => ({ props: { ...props, secret: pulumi.secret("made"), tags: { key: pulumi.secret("k") } }, opts }),
  );
  const { inputs, outputs } = run.resource(Thing.token, "a");
  expect(inputs["secret"]).toEqual(secretOf("made"));
  expect(inputs["tags"]).toEqual({ key: secretOf("k") });
  expect(isSecret(outputs["secret"])).toBe(true);
});

it("keeps the resource's dependencies, of each property and altogether", async () => {
  const run = await deployThing((first) => ({ link: first.arn, size: 1 }), handOn);
  const first = run.resource(Thing.token, "first").urn;
  const { dependencies, propertyDependencies } = run.resource(Thing.token, "a");
  expect(dependencies).toEqual([first]);
  expect(propertyDependencies).toMatchObject({ link: [first], size: [] });
});

it("may drop a property, whose dependency the resource then keeps as one of the whole", async () => {
  const run = await deployThing((first) => ({ link: first.arn, size: 1 }), ({ props: { size }, opts }) => ({ props: { size }, opts }));
  expect(inputsOf(run)).toEqual({ label: "none", size: 1 });
  expect(run.resource(Thing.token, "a").dependencies).toEqual([run.resource(Thing.token, "first").urn]);
});

it("hands on assets and archives", async () => {
  const files = { content: new pulumi.asset.StringAsset("text"), all: new pulumi.asset.AssetArchive({ a: new pulumi.asset.StringAsset("x") }) };
  const [plain, transformed] = await Promise.all([() => undefined, handOn].map((each) => deployThing(() => files, each)));
  const inputs = inputsOf(transformed as DeployRun);
  expect(inputs["content"]).toMatchObject({ text: "text" });
  expect({ content: inputs["content"], all: inputs["all"], label: "none" }).toEqual(inputsOf(plain as DeployRun));
});
