import type { EngineEvent } from "./events";
import { createOfflineEngine } from "./offline-engine";
import type { Engine } from "./engine";
import { StackFolder } from "./test-cloud/stack-folder";
import { TestCloud } from "./test-cloud/test-cloud";

const PULUMI_YAML = "name: proj\nruntime:\n  name: nodejs\n  options:\n    typescript: true\nmain: index.ts\n";

const program = (body: string): string => `
import * as pulumi from "@pulumi/pulumi";
class Thing extends pulumi.CustomResource {
  declare readonly arn: pulumi.Output<string>;
  constructor(name: string, args: Record<string, unknown> = {}, opts: pulumi.CustomResourceOptions = {}) {
    super("test:index/thing:Thing", name, { arn: undefined, ...args }, opts);
  }
}
${body}`;

let folder: StackFolder;
let cloud: TestCloud;
let engine: Engine;
let events: EngineEvent[];
const onEvent = (event: EngineEvent): void => void events.push(event);
const diagnostics = (): (string | undefined)[] =>
  events.flatMap(({ diagnosticEvent }) => (diagnosticEvent?.severity === "error" ? [diagnosticEvent.message] : []));

function open(body: string): void {
  folder = new StackFolder({ "Pulumi.yaml": PULUMI_YAML, "index.ts": program(body) });
  cloud = new TestCloud();
  events = [];
  engine = createOfflineEngine({ projectDir: folder.path, stack: "dev", root: folder.path, providers: () => [cloud] });
}

afterEach(() => folder.remove());

it("runs a TypeScript program in a process of its own, up, again, preview and destroy", async () => {
  open(`
    const config = new pulumi.Config();
    const a = new Thing("a", { label: config.get("label") ?? "plain" });
    export const arn = a.arn;
    export const hidden = pulumi.secret("not for you");
  `);
  const first = await engine.up({ onEvent });
  expect(diagnostics()).toEqual([]);
  expect(first).toMatchObject({
    result: "succeeded",
    resourceChanges: { create: 2 },
    outputs: { arn: { value: "arn:a-1", secret: false }, hidden: { value: "not for you", secret: true } },
    unfinished: [],
  });
  expect((await engine.up()).resourceChanges).toEqual({ same: 2 });
  const preview = await engine.preview({ config: { label: "new" } });
  expect(preview.resourceChanges).toEqual({ same: 1, update: 1 });
  expect(await engine.outputs()).toEqual(first.outputs);
  const destroyed = await engine.destroy();
  expect(destroyed.resourceChanges).toEqual({ delete: 2 });
  expect(cloud.objects.size).toBe(0);
  expect(await engine.outputs()).toEqual({});
}, 60_000);

it("shows a throwing program's own message, keeps the state, and ends within seconds", async () => {
  open(`new Thing("a");`);
  await engine.up();
  folder.write({ "index.ts": program(`throw new Error("the tower has no lift");`) });
  const startedAt = Date.now();
  const failed = await engine.up({ onEvent });
  expect(Date.now() - startedAt).toBeLessThan(15_000);
  expect(failed.result).toBe("failed");
  expect(diagnostics()).toHaveLength(1);
  expect(diagnostics()[0]).toContain("the tower has no lift");
  expect([...cloud.objects.keys()]).toEqual(["a-1"]);
}, 60_000);
