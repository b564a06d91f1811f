import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

type Transform = pulumi.ResourceTransform;

const appendTo = (property: string, text: string): Transform => ({ type, props, opts }) =>
  type === Thing.token ? { props: { ...props, [property]: `${props[property] ?? ""}${text}` }, opts } : undefined;

it("applies a resource's own transforms, then its parents' from the nearest up, then the stack's", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      pulumi.runtime.registerResourceTransform(appendTo("order", " stack"));
      const outer = new Group("outer", { transforms: [appendTo("order", " outer")] });
      const inner = new Group("inner", { parent: outer, transforms: [appendTo("order", " inner")] });
      new Thing("a", { order: "own:" }, { parent: inner, transforms: [appendTo("order", " first"), appendTo("order", " second")] });
      new Thing("b", { order: "other:" });
    },
  });
  expect(run.resource(Thing.token, "a").inputs["order"]).toBe("own: first second inner outer stack");
  expect(run.resource(Thing.token, "b").inputs["order"]).toBe("other: stack");
});

it("lets a transform change the options, and keeps those that it hands on", async () => {
  const change: Transform = ({ props, opts }) => ({
    props,
    opts: pulumi.mergeOptions(opts, { protect: true, ignoreChanges: ["size"] }),
  });
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const first = new Thing("first");
      new Thing("a", { secret: pulumi.secret("s") }, {
        dependsOn: first,
        customTimeouts: { create: "5m" },
        aliases: [{ name: "old" }],
        additionalSecretOutputs: ["arn"],
        transforms: [change],
      });
    },
  });
  const state = run.resource(Thing.token, "a");
  expect(state).toMatchObject({
    protect: true,
    ignoreChanges: ["size"],
    customTimeouts: { create: 300 },
    additionalSecretOutputs: ["arn"],
    dependencies: [run.resource(Thing.token, "first").urn],
  });
  expect(state.inputs["secret"]).toMatchObject({ value: "s" });
});

it("fails with the transform's own message", async () => {
  const program = (): void => {
    new Thing("a", {}, {
      transforms: [
        () => {
          throw new Error("no such tag");
        },
      ],
    });
  };
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow("no such tag");
});

it("applies invoke transforms", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: async () => {
      pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({ args: { ...args, y: 2 }, opts }));
      return pulumi.runtime.invoke("test:index:look", { x: 1 });
    },
  });
  expect(run.outputs["args"]).toEqual({ x: 1, y: 2 });
});
