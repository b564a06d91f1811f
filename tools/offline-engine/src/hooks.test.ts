import * as pulumi from "@pulumi/pulumi";
import { deploy } from "./deploy";
import { createOfflineEngine } from "./offline-engine";
import type { EngineEvent } from "./events";
import { changesOf } from "./test-cloud/expectations";
import { PULUMI_YAML, programText } from "./test-cloud/program-text";
import { Group, Thing } from "./test-cloud/resources";
import { StackFolder } from "./test-cloud/stack-folder";
import { TestCloud } from "./test-cloud/test-cloud";

const REMEDY = "Leave the hook out here, or run this stack with Pulumi's own engine.";
const refusal = (name: string): object => ({
  severity: "error",
  message: `the offline engine runs no resource hooks, and \`${name}\` is one`,
  remedy: REMEDY,
});

describe("a program with a resource hook fails with a word about it, and without running or skipping the hook", () => {
  const hook = jest.fn();

  it.each<[string, string, () => void]>([
    ["a named hook", "check", () => void new Thing("a", {}, { hooks: { beforeCreate: [new pulumi.ResourceHook("check", hook)] } })],
    ["a function", "test:index/thing:Thing_a_afterUpdate_0", () => void new Thing("a", {}, { hooks: { afterUpdate: [hook] } })],
    ["a hook of a component", "test:index:Group_g_afterCreate_0", () => void new Group("g", { hooks: { afterCreate: [hook] } })],
    ["a hook for errors", "again", () => void new Thing("a", {}, { hooks: { onError: [new pulumi.ErrorHook("again", () => true)] } })],
    ["a hook that no resource has", "alone", () => void new pulumi.ResourceHook("alone", hook)],
  ])("%s", async (_, name, program) => {
    const cloud = new TestCloud();
    const run = await deploy({ providers: [cloud], program, expectFailure: true });
    expect(run.diagnostics).toEqual([refusal(name)]);
    expect(cloud.objects.size).toBe(0);
    expect(hook).not.toHaveBeenCalled();
  });
});

it("rejects with the remedy", async () => {
  const program = (): void => void new pulumi.ResourceHook("check", () => undefined);
  await expect(deploy({ providers: [new TestCloud()], program })).rejects.toThrow(
    `the offline engine runs no resource hooks, and \`check\` is one\n  ${REMEDY}`,
  );
});

it("refuses a hook that a transform adds", async () => {
  const transform: pulumi.ResourceTransform = ({ props, opts }) => ({
    props,
    opts: { ...opts, hooks: { beforeCreate: [() => undefined] } },
  });
  const program = (): void => void new Thing("a", {}, { transforms: [transform] });
  const run = await deploy({ providers: [new TestCloud()], program, expectFailure: true });
  expect(run.diagnostics).toEqual([refusal("a_beforeCreate_0")]);
});

it("takes no hooks for none", async () => {
  const run = await deploy({ providers: [new TestCloud()], program: () => void new Thing("a", {}, { hooks: {} }) });
  expect(changesOf(run)).toEqual(["create test-dev", "create a"]);
});

it("says so to a program in a process of its own, without a stack trace", async () => {
  const body = `new Thing("a", {}, { hooks: { beforeDelete: [new pulumi.ResourceHook("check", () => {})] } });`;
  const folder = new StackFolder({ "Pulumi.yaml": PULUMI_YAML, "index.ts": programText(body) });
  const events: EngineEvent[] = [];
  try {
    const engine = createOfflineEngine({ projectDir: folder.path, stack: "dev", root: folder.path, providers: () => [new TestCloud()] });
    const { result } = await engine.up({ onEvent: (event) => void events.push(event) });
    expect(result).toBe("failed");
  } finally {
    folder.remove();
  }
  expect(events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? [])).toEqual([refusal("check")]);
}, 60_000);
