import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

const shown = (steps: readonly { readonly op: string; readonly name: string }[]): string[] =>
  steps.map(({ op, name }) => `${op} ${name}`);

it("creates what the program registers, and gives the stack's outputs", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      const logs = new Thing("logs", { label: "a" });
      return { id: logs.id, label: logs.label, where: pulumi.interpolate`at ${logs.arn}` };
    },
  });
  expect(run.outputs).toEqual({ id: "logs-1", label: "a", where: "at arn:logs-1" });
  expect(shown(run.steps)).toEqual(["create test-dev", "create logs"]);
  expect(run.resource(Thing.token).urn).toBe("urn:pulumi:dev::test::test:index/thing:Thing::logs");
});

it("does nothing the second time", async () => {
  const cloud = new TestCloud();
  const program = (): object => {
    const group = new Group("group");
    return { id: new Thing("a", {}, { parent: group }).id };
  };
  const first = await deploy({ providers: [cloud], program });
  const second = await deploy({ providers: [cloud], program, state: first.state });
  expect(shown(second.steps)).toEqual(["same test-dev", "same group", "same a"]);
  expect(second.outputs).toEqual(first.outputs);
});

it("rejects with the program's own error, and leaves no rejection behind", async () => {
  const program = (): void => {
    new Thing("a");
    throw new TypeError("the program's mistake");
  };
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow(new TypeError("the program's mistake"));
});

it("rejects when an error comes from within an apply", async () => {
  const program = (): void => {
    const a = new Thing("a");
    a.id.apply(() => {
      throw new Error("too late");
    });
  };
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow("too late");
});
