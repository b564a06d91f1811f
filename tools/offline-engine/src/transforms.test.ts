import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const append = (text: string): pulumi.ResourceTransform => ({ type, props, opts }) =>
  type === Thing.token ? { props: { ...props, order: `${props["order"] ?? "own:"} ${text}` }, opts } : undefined;

/** Runs the program and gives what its transforms noted down. */
async function notesOf<T>(program: (notes: T[]) => unknown): Promise<T[]> {
  const notes: T[] = [];
  await deploy({ providers: [new TestCloud()], program: () => program(notes) });
  return notes;
}

describe("order", () => {
  it("is a resource's own transforms, then its parents' from the nearest up, then the stack's", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        pulumi.runtime.registerResourceTransform(append("stack"));
        pulumi.runtime.registerStackTransform(append("stack-2"));
        const outer = new Group("outer", { transforms: [append("outer")] });
        const middle = new Group("middle", { parent: outer });
        const inner = new Group("inner", { parent: middle, transforms: [append("inner"), append("inner-2")] });
        new Thing("a", {}, { parent: inner, transforms: [append("first"), append("second")] });
        new Thing("b");
      },
    });
    expect(run.resource(Thing.token, "a").inputs["order"]).toBe("own: first second inner inner-2 outer stack stack-2");
    expect(run.resource(Thing.token, "b").inputs["order"]).toBe("own: stack stack-2");
  });

  it("waits for a slow transform before the next one", async () => {
    const slow: pulumi.ResourceTransform = async (args) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return append("slow")(args);
    };
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        const group = new Group("group", { transforms: [append("group")] });
        new Thing("a", {}, { parent: group, transforms: [slow, append("fast")] });
      },
    });
    expect(run.resource(Thing.token, "a").inputs["order"]).toBe("own: slow fast group");
  });

  it("has the transformations of the former kind first, from the resource up to the stack", async () => {
    const former = (text: string): pulumi.ResourceTransformation => ({ type, props, opts }) =>
      type === Thing.token ? { props: { ...props, order: `${props["order"] ?? "own:"} ${text}` }, opts } : undefined;
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        pulumi.runtime.registerStackTransformation(former("former-stack"));
        const group = new Group("group", { transformations: [former("former-group")], transforms: [append("group")] });
        new Thing("a", {}, { parent: group, transformations: [former("former-own")], transforms: [append("own")] });
      },
    });
    expect(run.resource(Thing.token, "a").inputs["order"]).toBe("own: former-own former-group former-stack own group");
  });

  it("reaches the children of a custom resource too, and nothing beside the component", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        const parent = new Thing("parent", {}, { transforms: [append("parent")] });
        new Thing("child", {}, { parent });
        new Thing("other");
      },
    });
    expect(run.resource(Thing.token, "parent").inputs["order"]).toBe("own: parent");
    expect(run.resource(Thing.token, "child").inputs["order"]).toBe("own: parent");
    expect(run.resource(Thing.token, "other").inputs["order"]).toBeUndefined();
  });
});

describe("what a transform is called with", () => {
  it("is the resource, once for each that it reaches", async () => {
    type Call = Pick<pulumi.ResourceTransformArgs, "type" | "name" | "custom" | "props">;
    const calls = await notesOf<Call>((notes) => {
      const note: pulumi.ResourceTransform = ({ type, name, custom, props }) => {
        notes.push({ type, name, custom, props });
        return undefined;
      };
      const group = new Group("group", { transforms: [note] }, { zones: ["a"] });
      new Thing("a", { size: 1, tags: { Name: "a" } }, { parent: group });
    });
    expect(calls).toEqual([
      { type: "test:index:Group", name: "group", custom: false, props: { zones: ["a"] } },
      { type: Thing.token, name: "a", custom: true, props: { size: 1, tags: { Name: "a" } } },
    ]);
  });

  it("is never the stack itself, to which no transform can be given before it is registered", async () => {
    const names = await notesOf<string>((notes) => {
      pulumi.runtime.registerResourceTransform(({ name }) => void notes.push(name));
      new Thing("a");
    });
    expect(names).toEqual(["a"]);
  });

  it("is the function call, for an invoke transform", async () => {
    const calls = await notesOf<unknown>(async (notes) => {
      pulumi.runtime.registerInvokeTransform(({ token, args }) => {
        notes.push({ token, args });
        return undefined;
      });
      await pulumi.runtime.invoke("test:index:look", { x: 1 });
    });
    expect(calls).toEqual([{ token: "test:index:look", args: { x: 1 } }]);
  });

  it("holds what the resource's parent and dependencies are", async () => {
    const urns = await notesOf<string>((notes) => {
      const first = new Thing("first");
      new Thing("a", {}, {
        parent: new Group("group"),
        dependsOn: first,
        transforms: [
          async ({ opts }) => {
            notes.push(await urnOf(opts.parent));
            for (const each of opts.dependsOn as pulumi.Resource[]) notes.push(await urnOf(each));
            return undefined;
          },
        ],
      });
    });
    expect(urns).toEqual(["urn:pulumi:dev::test::test:index:Group::group", "urn:pulumi:dev::test::test:index/thing:Thing::first"]);
  });
});

describe("the surroundings of a transform", () => {
  it("are those of the run: project, stack, config and preview", async () => {
    const seen: unknown[] = [];
    const look = (): undefined => {
      const stage = new pulumi.Config().require("stage");
      seen.push([pulumi.getProject(), pulumi.getStack(), stage, pulumi.runtime.isDryRun()]);
      return undefined;
    };
    await deploy({
      providers: [new TestCloud()],
      project: "shop",
      stack: "blue",
      preview: true,
      config: { stage: "canary" },
      program: async () => {
        pulumi.runtime.registerResourceTransform(look);
        pulumi.runtime.registerInvokeTransform(look);
        new Thing("a", {}, { parent: new Group("group", { transforms: [look] }), transforms: [look] });
        await pulumi.runtime.invoke("test:index:look", {});
      },
    });
    // Twice for the component, three times for the thing in it, once for the call.
    expect(seen).toEqual(Array.from({ length: 6 }, () => ["shop", "blue", "canary", true]));
  });

  it("stay apart between runs at the same time, also after a wait", async () => {
    const run = (stack: string) =>
      deploy({
        providers: [new TestCloud()],
        stack,
        program: () => {
          pulumi.runtime.registerResourceTransform(async ({ props, opts }) => {
            await new Promise((resolve) => setTimeout(resolve, 5));
            return { props: { ...props, stack: pulumi.getStack() }, opts };
          });
          new Thing("a");
        },
      });
    const runs = await Promise.all(["one", "two", "three"].map(run));
    expect(runs.map((each) => each.resource(Thing.token).inputs["stack"])).toEqual(["one", "two", "three"]);
  });

  it("include the run's log", async () => {
    const run = await deploy({
      providers: [new TestCloud()],
      program: () => {
        pulumi.runtime.registerResourceTransform(({ name }) => {
          void pulumi.log.warn(`seen ${name}`);
          return undefined;
        });
        new Thing("a");
      },
    });
    expect(run.diagnostics).toEqual([{ severity: "warning", message: "seen a" }]);
  });
});

it("lets an invoke transform change the arguments", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: async () => {
      pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({ args: { ...args, y: 2 }, opts }));
      pulumi.runtime.registerInvokeTransform(async ({ args, opts }) => ({ args: { ...args, z: args["y"] + 1 }, opts }));
      return pulumi.runtime.invoke("test:index:look", { x: 1 });
    },
  });
  expect(run.outputs["args"]).toEqual({ x: 1, y: 2, z: 3 });
});

function urnOf(resource: pulumi.Resource | undefined): Promise<string> {
  return new Promise((resolve) => resource?.urn.apply(resolve));
}
