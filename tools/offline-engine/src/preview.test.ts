import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { ProviderError, UNKNOWN } from "./provider";
import { changesOf } from "./test-cloud/expectations";
import { Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";

it("changes nothing, and takes for unknown what only the cloud can say", async () => {
  const cloud = new TestCloud();
  const applied = jest.fn();
  const run = await deploy({
    providers: [cloud],
    preview: true,
    program: () => {
      const a = new Thing("a", { label: "x" });
      a.arn.apply(applied);
      const b = new Thing("b", { link: pulumi.interpolate`to ${a.id}` });
      return { label: a.label, arn: a.arn, link: b.link };
    },
  });
  expect(changesOf(run)).toEqual(["create test-dev", "create a", "create b"]);
  expect(run.outputs).toEqual({ label: "x", arn: UNKNOWN, link: UNKNOWN });
  expect(run.resource(Thing.token, "b").inputs).toEqual({ label: "none", link: UNKNOWN });
  expect(applied).not.toHaveBeenCalled();
  expect(cloud.objects.size).toBe(0);
});

it("shows updates, replacements and deletions with what causes them, and does none of them", async () => {
  const cloud = new TestCloud();
  const program = (n: number) => (): void => {
    new Thing("updated", { size: n });
    new Thing("replaced", { fixed: n });
    new Thing("exclusive", { exclusive: n });
    if (n === 1) new Thing("deleted");
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  cloud.calls.length = 0;
  const preview = await deploy({ providers: [cloud], program: program(2), state: first.state, preview: true });
  expect(changesOf(preview).sort()).toEqual([
    "create-replacement exclusive",
    "create-replacement replaced",
    "delete deleted",
    "delete-replaced exclusive",
    "delete-replaced replaced",
    "replace exclusive",
    "replace replaced",
    "update updated",
  ]);
  expect(preview.steps.find(({ op }) => op === "update")?.diff).toEqual({ size: { kind: "update", inputDiff: true } });
  expect(cloud.calls.filter((call) => !/^(check|diff) /.test(call))).toEqual([]);
});

it("keeps a value known when the resource it comes from stays the same", async () => {
  const cloud = new TestCloud();
  const program = (label: string) => (): object => {
    const a = new Thing("a");
    new Thing("b", { link: a.id, label });
    return { a: a.arn };
  };
  const first = await deploy({ providers: [cloud], program: program("x") });
  const preview = await deploy({ providers: [cloud], program: program("y"), state: first.state, preview: true });
  expect(preview.outputs).toEqual({ a: "arn:a-1" });
  expect(preview.steps.find(({ name }) => name === "b")?.diff).toEqual({ label: { kind: "update", inputDiff: true } });
});

it("fails when the provider can tell from known values that it will refuse", async () => {
  const cloud = new TestCloud();
  cloud.create = ({ preview }) => {
    throw new ProviderError("InvalidRange", `no such range, preview ${String(preview)}`, "Take another.");
  };
  const run = deploy({ providers: [cloud], preview: true, program: () => void new Thing("a") });
  await expect(run).rejects.toThrow("InvalidRange: no such range, preview true\n  Take another.");
});
