import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { UNKNOWN } from "./provider";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import { Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const secret = (value: unknown): object => ({ [SIGNATURE_KEY]: SECRET_SIGNATURE, value });

it("gives the provider the plain value, and keeps the mark in inputs and outputs of the state", async () => {
  const cloud = new TestCloud();
  const run = await deploy({
    providers: [cloud],
    program: () => {
      const a = new Thing("a", { secret: pulumi.secret("s"), nested: { list: ["plain", pulumi.secret("t")] } });
      return { secret: a.secret };
    },
  });
  const state = run.resource(Thing.token);
  expect(cloud.objects.get("a-1")?.inputs).toEqual({ label: "none", secret: "s", nested: { list: ["plain", "t"] } });
  expect(state.inputs["secret"]).toEqual(secret("s"));
  expect(state.outputs["secret"]).toEqual(secret("s"));
  expect(state.outputs["nested"]).toEqual(state.inputs["nested"]);
  expect(run.resources[0]?.outputs).toEqual({ secret: secret("s") });
  expect(run.outputs).toEqual({ secret: "s" });
});

it("marks what additionalSecretOutputs names, and what is made of it", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const a = new Thing("a", {}, { additionalSecretOutputs: ["arn"] });
      return { derived: pulumi.interpolate`<${a.arn}>`, label: a.label };
    },
  });
  expect(run.resource(Thing.token).outputs["arn"]).toEqual(secret("arn:a-1"));
  expect(run.resource(Thing.token).additionalSecretOutputs).toEqual(["arn"]);
  expect(run.resources[0]?.outputs).toEqual({ derived: secret("<arn:a-1>"), label: "none" });
});

it("compares secrets by what they hide: an unchanged one is no update", async () => {
  const cloud = new TestCloud();
  const program = (value: string) => (): void => void new Thing("a", { secret: pulumi.secret(value) });
  const first = await deploy({ providers: [cloud], program: program("s") });
  const second = await deploy({ providers: [cloud], program: program("s"), state: first.state });
  expect(second.steps.map(({ op }) => op)).toEqual(["same", "same"]);
  const third = await deploy({ providers: [cloud], program: program("t"), state: second.state });
  expect(third.steps.map(({ op }) => op)).toEqual(["same", "update"]);
  expect(third.resource(Thing.token).outputs["secret"]).toEqual(secret("t"));
});

it("takes over a mark without an update, when a value becomes secret", async () => {
  const cloud = new TestCloud();
  const program = (value: pulumi.Input<string>) => (): void => void new Thing("a", { link: value });
  const first = await deploy({ providers: [cloud], program: program("s") });
  const second = await deploy({ providers: [cloud], program: () => program(pulumi.secret("s"))(), state: first.state });
  expect(second.steps.map(({ op }) => op)).toEqual(["same", "same"]);
  expect(second.resource(Thing.token).inputs["link"]).toEqual(secret("s"));
});

it("keeps a secret that is not known yet both secret and unknown", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    preview: true,
    program: () => ({ hidden: pulumi.secret(new Thing("a").arn) }),
  });
  expect(run.resources[0]?.outputs).toEqual({ hidden: secret(UNKNOWN) });
});

it("gives the program its config, the secret part of it as secrets", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    config: { size: "3", password: "p", "aws:region": "us-east-1" },
    secretKeys: ["password"],
    program: () => {
      const config = new pulumi.Config();
      return {
        size: config.requireNumber("size"),
        password: config.requireSecret("password"),
        region: new pulumi.Config("aws").require("region"),
        stack: `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`,
      };
    },
  });
  expect(run.resources[0]?.outputs).toEqual({
    size: 3,
    password: secret("p"),
    region: "us-east-1",
    stack: "organization/test/dev",
  });
});
