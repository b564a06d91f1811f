import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

it("runs several stacks at once in one process, each with its own config, outputs and failures", async () => {
  const program = (name: string) => (): object => {
    const label = new pulumi.Config().require("label");
    const a = new Thing(name, { label });
    if (name === "fails") a.id.apply(() => Promise.reject(new Error(`${name} failed`)));
    return { stack: pulumi.getStack(), label: a.label, id: a.id };
  };
  const names = ["one", "two", "fails", "three"];
  const runs = await Promise.allSettled(
    names.map((name) =>
      deploy({ providers: [new TestCloud()], stack: name, config: { label: `l-${name}` }, program: program(name) }),
    ),
  );
  expect(runs.map((run) => (run.status === "fulfilled" ? run.value.outputs : String(run.reason)))).toEqual([
    { stack: "one", label: "l-one", id: "one-1" },
    { stack: "two", label: "l-two", id: "two-1" },
    "Error: fails failed",
    { stack: "three", label: "l-three", id: "three-1" },
  ]);
});

it("creates independent resources side by side, and records them in the order of completion", async () => {
  const cloud = new TestCloud();
  let open: () => void = () => undefined;
  cloud.gates.set("slow", new Promise((resolve) => (open = resolve)));
  const run = await deploy({
    providers: [cloud],
    program: () => {
      const slow = new Thing("slow");
      const fast = new Thing("fast");
      fast.id.apply(open);
      new Thing("after", { link: slow.id });
    },
  });
  expect(run.resourcesOf(Thing.token).map(({ id }) => id)).toEqual(["fast-1", "slow-2", "after-3"]);
});

it("waits for what is registered inside an apply", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    program: () => {
      new Thing("a").id.apply((id) => new Thing("b", { link: id }).id.apply((inner) => new Thing("c", { link: inner })));
    },
  });
  expect(run.resourcesOf(Thing.token).map(({ id }) => id)).toEqual(["a-1", "b-2", "c-3"]);
});
