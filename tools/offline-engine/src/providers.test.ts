import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { ProviderError, UNKNOWN } from "./provider";
import { changesOf } from "./test-cloud/expectations";
import { Group, TestProvider, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const PROVIDER = "pulumi:providers:test";

it("makes one default provider per version, configured by the stack's config", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    config: { "test:region": "here", "test:token": "t", "other:region": "there" },
    secretKeys: ["test:token"],
    program: async () => {
      new Thing("a", {}, { version: "7.48.0" });
      new Thing("b", {}, { version: "7.48.0" });
      new Thing("c");
      return pulumi.runtime.invoke("test:index:look", { x: 1 }, { version: "7.48.0" });
    },
  });
  expect(run.resourcesOf(PROVIDER).map(({ urn }) => urn)).toEqual([
    "urn:pulumi:dev::test::pulumi:providers:test::default_7_48_0",
    "urn:pulumi:dev::test::pulumi:providers:test::default",
  ]);
  const provider = run.resource(PROVIDER, "default_7_48_0");
  expect(provider.inputs).toMatchObject({ region: "here", version: "7.48.0", __internal: {} });
  expect(provider.outputs).toMatchObject({ region: "here", version: "7.48.0" });
  expect(provider.outputs).not.toHaveProperty("__internal");
  expect(provider.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
  expect(run.resource(Thing.token, "a").provider).toBe(`${provider.urn}::${provider.id}`);
  expect(run.outputs).toMatchObject({ token: "test:index:look", region: "here" });
  expect(run.steps.map(({ name }) => name)).toEqual(["test-dev", "a", "b", "c"]);
});

it("hands an explicit provider down to children, and its config to the provider", async () => {
  const cloud = new TestCloud();
  const configs: unknown[] = [];
  const create = cloud.create.bind(cloud);
  cloud.create = (request) => {
    configs.push(request.config);
    return create(request);
  };
  const run = await deploy({
    providers: [cloud],
    program: () => {
      const provider = new TestProvider("east", { region: "us-east-1" });
      const group = new Group("group", { providers: [provider] });
      const inner = new Group("inner", { parent: group });
      new Thing("a", {}, { parent: inner });
    },
  });
  const provider = run.resource(PROVIDER);
  expect(provider.urn).toBe("urn:pulumi:dev::test::pulumi:providers:test::east");
  expect(run.resource(Thing.token)).toMatchObject({
    urn: "urn:pulumi:dev::test::test:index:Group$test:index:Group$test:index/thing:Thing::a",
    provider: `${provider.urn}::${provider.id}`,
  });
  expect(configs).toEqual([{ region: "us-east-1" }]);
});

it("updates a provider in place, and goes on with the same id", async () => {
  const cloud = new TestCloud();
  const program = (region: string) => (): void => {
    new Thing("a", {}, { provider: new TestProvider("p", { region }) });
  };
  const first = await deploy({ providers: [cloud], program: program("x") });
  const second = await deploy({ providers: [cloud], program: program("y"), state: first.state });
  expect(changesOf(second)).toEqual(["update p"]);
  expect(second.resource(PROVIDER).id).toBe(first.resource(PROVIDER).id);
  expect(second.resource(PROVIDER).outputs).toEqual({ region: "y" });
});

it("previews a resource of a provider that does not exist yet", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    preview: true,
    program: () => void new Thing("a", {}, { provider: new TestProvider("p") }),
  });
  expect(run.resource(Thing.token).provider).toBe(`urn:pulumi:dev::test::pulumi:providers:test::p::${UNKNOWN}`);
});

it("names the packages it has when a resource is of another one", async () => {
  const program = (): void => void new Thing("pet", {}, {}, "random:index/pet:Pet");
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow(
    "urn:pulumi:dev::test::random:index/pet:Pet::pet: no provider for package `random` (`random:index/pet:Pet`): " +
      "the offline engine was started with test",
  );
});

it("refuses a default provider that the config disables", async () => {
  const run = deploy({
    providers: [new TestCloud()],
    config: { "pulumi:disable-default-providers": '["test"]' },
    program: () => void new Thing("a"),
  });
  await expect(run).rejects.toThrow("the default provider for `test` is disabled");
});

it("lets the program handle what a function refuses", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: async () => {
      const message = (error: Error): string => error.message;
      return {
        refused: await pulumi.runtime.invoke("test:index:look", { fail: "refuse" }).catch(message),
        invalid: await pulumi.runtime.invoke("test:index:look", { fail: "check" }).catch(message),
      };
    },
  });
  expect(run.outputs).toEqual({
    refused: "NoSuchThing: there is none. Make one.",
    invalid: "Invoke of 'test:index:look' failed: must not be check (fail)",
  });
});

it("ends the run with the function's message when the program does not handle it", async () => {
  const program = (): Promise<unknown> => pulumi.runtime.invoke("test:index:look", { fail: "refuse" });
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow("NoSuchThing: there is none. Make one.");
});

it("keeps a function's answer secret when an argument was", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => ({
      answer: pulumi.runtime.invokeOutput<{ args: object }>("test:index:look", { x: pulumi.secret("s") }).apply((r) => r.args),
    }),
  });
  expect(run.outputs).toEqual({ answer: { x: "s" } });
  expect(Object.keys(run.resources[0]?.outputs["answer"] ?? {})).toContain("value");
});

it("does not call a function whose arguments are not known yet", async () => {
  const cloud = new TestCloud();
  const invoke = jest.spyOn(cloud, "invoke");
  const run = await deploy({
    providers: [cloud],
    preview: true,
    program: () => ({ answer: pulumi.runtime.invokeOutput("test:index:look", { x: new Thing("a").arn }) }),
  });
  expect(run.outputs).toEqual({ answer: UNKNOWN });
  expect(invoke).not.toHaveBeenCalled();
});

it("flushes every provider once, also after a failure", async () => {
  const cloud = new TestCloud();
  cloud.refusals.set("a", new ProviderError("No", "no", "Stop."));
  await deploy({ providers: [cloud], expectFailure: true, program: () => void new Thing("a") });
  expect(cloud.flushed).toBe(1);
});
