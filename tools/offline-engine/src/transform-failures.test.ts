import * as pulumi from "@pulumi/pulumi";
import { type DeployError, deploy } from "./deploy";
import { ProviderError } from "./provider";
import { changesOf } from "./test-cloud/expectations";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const THING_URN = "urn:pulumi:dev::test::test:index/thing:Thing::";

const failing: pulumi.ResourceTransform = ({ name }) => {
  if (name === "a") throw new Error("no such tag");
  return undefined;
};

it("names the resource and the transform's own message, without a stack trace", async () => {
  const program = (): void => void new Thing("a", {}, { transforms: [failing] });
  const error: DeployError = await deploy({ providers: [new TestCloud()], program }).catch((each: DeployError) => each) as never;
  expect(error.message).toBe(`${THING_URN}a: transform failed: Error: no such tag`);
  expect(error.run.diagnostics).toEqual([
    { severity: "error", urn: `${THING_URN}a`, message: "transform failed: Error: no such tag" },
  ]);
});

it.each<[string, unknown, string]>([
  ["a text", "just text", "transform failed: just text"],
  ["an error of JavaScript", new TypeError("x is not a function"), "transform failed: TypeError: x is not a function"],
])("says what was thrown, also after a wait: %s", async (_, thrown, message) => {
  const transform = async (): Promise<undefined> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw thrown;
  };
  const program = (): void => void new Thing("a", {}, { transforms: [transform] });
  const run = await deploy({ providers: [new TestCloud()], program, expectFailure: true });
  expect(run.diagnostics.map((each) => each.message)).toEqual([message]);
});

it("lets no second message come of it, from what depends on the resource or lies in it", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    expectFailure: true,
    program: () => {
      const a = new Group("a", { transforms: [failing] });
      new Thing("in-a", {}, { parent: a });
      new Thing("after-a", { link: a.urn });
      new Thing("later", {}, { dependsOn: a });
    },
  });
  expect(run.diagnostics.map(({ message }) => message)).toEqual(["transform failed: Error: no such tag"]);
  expect(run.resourcesOf(Thing.token)).toEqual([]);
});

it("loses no state: what was deployed stays, what is in flight is finished, nothing is deleted", async () => {
  const cloud = new TestCloud();
  const program = (transforms: pulumi.ResourceTransform[]) => (): void => {
    const first = new Thing("first", { size: transforms.length });
    new Thing("a", { link: first.arn, size: transforms.length }, { transforms });
    if (transforms.length === 0) new Thing("left");
  };
  const before = await deploy({ providers: [cloud], program: program([]) });
  const failed = await deploy({ providers: [cloud], program: program([failing]), state: before.state, expectFailure: true });
  expect(failed.failed).toBe(true);
  expect(changesOf(failed)).toEqual(["update first"]);
  expect([...cloud.objects.values()].map(({ urn }) => urn.split("::").pop()).sort()).toEqual(["a", "first", "left"]);
  const urns = before.resources.map(({ urn }) => urn).sort();
  expect(failed.resources.map(({ urn }) => urn).sort()).toEqual(urns);
  const repaired = await deploy({ providers: [cloud], program: program([() => undefined]), state: failed.state });
  expect(changesOf(repaired)).toEqual(["update a", "delete left"]);
});

it("fails a preview as well", async () => {
  const program = (): void => void new Thing("a", {}, { transforms: [failing] });
  const run = await deploy({ providers: [new TestCloud()], program, preview: true, expectFailure: true });
  expect(run.diagnostics.map(({ message }) => message)).toEqual(["transform failed: Error: no such tag"]);
});

it("does not wait for a transform that waits for what will never be there", async () => {
  const cloud = new TestCloud();
  cloud.refusals.set("first", new ProviderError("Limit", "too many things", "Delete one."));
  const run = await deploy({
    providers: [cloud],
    expectFailure: true,
    program: () => {
      const first = new Thing("first");
      const wait: pulumi.ResourceTransform = ({ props, opts }) =>
        new Promise((resolve) => first.arn.apply((arn) => resolve({ props: { ...props, arn }, opts })));
      new Thing("a", {}, { transforms: [wait] });
    },
  });
  expect(run.diagnostics.map(({ message }) => message)).toEqual(["Limit: too many things"]);
});

it("fails the run for a rejection that a transform leaves behind", async () => {
  const transform: pulumi.ResourceTransform = () => {
    void Promise.reject(new Error("nobody looked"));
    return undefined;
  };
  const program = (): void => void new Thing("a", {}, { transforms: [transform] });
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow("nobody looked");
});

it("leaves an invoke that cannot be transformed to the program, with the transform's message", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: async () => {
      pulumi.runtime.registerInvokeTransform(() => {
        throw new Error("no such region");
      });
      return pulumi.runtime.invoke("test:index:look", { x: 1 }).catch((error: Error) => ({ said: error.message }));
    },
  });
  expect(run.outputs).toEqual({ said: "transform failed: Error: no such region" });
});
