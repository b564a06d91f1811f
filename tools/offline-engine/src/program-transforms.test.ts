import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine";
import type { EngineEvent } from "./events";
import { createOfflineEngine } from "./offline-engine";
import { UNKNOWN } from "./provider";
import { SECRET_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import { PULUMI_YAML, programText } from "./test-cloud/program-text";
import { StackFolder } from "./test-cloud/stack-folder";
import { TestCloud } from "./test-cloud/test-cloud";

// What transforms do is tested in process; here, that they do it as well from a process of its own, over gRPC.

const URN = "urn:pulumi:dev::proj::test:index/thing:Thing::";

let folder: StackFolder;
let cloud: TestCloud;
let engine: Engine;
let events: EngineEvent[];
const onEvent = (event: EngineEvent): void => void events.push(event);
const diagnostics = (): unknown[] => events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? []);

function open(body: string): void {
  folder = new StackFolder({ "Pulumi.yaml": PULUMI_YAML, "index.ts": programText(body) });
  cloud = new TestCloud();
  events = [];
  engine = createOfflineEngine({ projectDir: folder.path, stack: "dev", root: folder.path, providers: () => [cloud] });
}

function stored(name: string): Record<string, never> {
  const text = readFileSync(join(folder.path, ".pulumi/stacks/proj/dev.json"), "utf8");
  const { resources } = JSON.parse(text).checkpoint.latest;
  return resources.find(({ urn }: { urn: string }) => urn.endsWith(`::${name}`));
}

jest.setTimeout(60_000);
afterEach(() => folder.remove());

it("applies every kind of transform, in order, in the surroundings of the program", async () => {
  open(`
    const calls: string[] = [];
    const append = (text: string): pulumi.ResourceTransform => async ({ type, name, props, opts }) => {
      calls.push(text + " " + name);
      if (type.split(":")[0] !== "test" || name === "group") return undefined;
      return { props: { ...props, order: (props.order ?? "") + text + " " + pulumi.getStack() + ", " }, opts };
    };
    pulumi.runtime.registerResourceTransform(append("stack"));
    pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) =>
      name === "a" ? { props: { ...props, order: "former, " }, opts } : undefined);
    pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({ args: { ...args, stack: pulumi.getStack() }, opts }));
    const group = new pulumi.ComponentResource("test:index:Group", "group", {}, { transforms: [append("group")] });
    const a = new Thing("a", {}, { parent: group, transforms: [append("own")] });
    export const looked = pulumi.runtime.invoke("test:index:look", { x: 1 }).then(({ args }) => args);
    export const order = a.urn.apply(() => calls);
  `);
  const { outputs, result } = await engine.up({ onEvent });
  expect(diagnostics()).toEqual([]);
  expect(result).toBe("succeeded");
  expect(stored("a")["inputs"]["order"]).toBe("former, own dev, group dev, stack dev, ");
  expect(outputs["looked"]?.value).toEqual({ x: 1, stack: "dev" });
  expect(outputs["order"]?.value).toEqual(["group group", "stack group", "own a", "group a", "stack a"]);
});

it("keeps secrets secret and options set, and knows in a preview what is not known", async () => {
  open(`
    const first = new Thing("first");
    new Thing("a", { link: first.arn, secret: pulumi.secret("hidden"), size: 1 }, {
      transforms: [({ props, opts }) => ({
        props: { ...props, label: pulumi.interpolate\`of \${props.link}\`, made: pulumi.secret("made"),
          isOutput: [props.secret, props.link, props.size].map((value) => pulumi.Output.isInstance(value)) },
        opts: pulumi.mergeOptions(opts, { protect: true, ignoreChanges: ["size"] }),
      })],
    });
  `);
  const preview = await engine.preview({ onEvent });
  expect(preview.result).toBe("succeeded");
  const planned = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
  expect(planned.find(({ urn }) => urn === `${URN}a`)?.new?.inputs).toMatchObject({ link: UNKNOWN, label: UNKNOWN });
  expect((await engine.up()).result).toBe("succeeded");
  const { inputs, protect, ignoreChanges } = stored("a");
  expect(inputs).toMatchObject({
    link: "arn:first-1",
    label: "of arn:first-1",
    isOutput: [true, true, false],
    secret: { [SIGNATURE_KEY]: SECRET_SIGNATURE, ciphertext: expect.any(String) },
    made: { [SIGNATURE_KEY]: SECRET_SIGNATURE, ciphertext: expect.any(String) },
  });
  expect([protect, ignoreChanges]).toEqual([true, ["size"]]);
  expect((await engine.up()).resourceChanges).toEqual({ same: 3 });
});

it("tells a transform's failure in one line, with its resource, and keeps the state", async () => {
  open(`new Thing("a");`);
  await engine.up();
  const failing = `{ transforms: [({ name }) => { throw new Error("no tag for " + name); }] }`;
  folder.write({ "index.ts": programText(`const b = new Thing("b", {}, ${failing}); new Thing("a", { link: b.arn });`) });
  const failed = await engine.up({ onEvent });
  expect(failed.result).toBe("failed");
  expect(diagnostics()).toEqual([{ severity: "error", urn: `${URN}b`, message: "transform failed: Error: no tag for b" }]);
  expect(failed.unfinished).toEqual(expect.arrayContaining([`${URN}a`, `${URN}b`]));
  expect(stored("a")).toMatchObject({ id: "a-1", inputs: { label: "none" } });
});
