import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "./engine";
import type { EngineEvent } from "./events";
import { createOfflineEngine } from "./offline-engine";
import { PassphraseSecrets } from "./passphrase-secrets";
import { ProviderError } from "./provider";
import { PULUMI_YAML, programText } from "./test-cloud/program-text";
import { StackFolder } from "./test-cloud/stack-folder";
import { TestCloud } from "./test-cloud/test-cloud";

const URN = "urn:pulumi:dev::proj::test:index/thing:Thing::";

let folder: StackFolder;
let cloud: TestCloud;
let engine: Engine;
let events: EngineEvent[];
const onEvent = (event: EngineEvent): void => void events.push(event);
const messages = (severity: string): (string | undefined)[] =>
  events.flatMap(({ diagnosticEvent }) => (diagnosticEvent?.severity === severity ? [diagnosticEvent.message] : []));

function open(body: string): void {
  folder = new StackFolder({ "Pulumi.yaml": PULUMI_YAML, "index.ts": programText(body) });
  cloud = new TestCloud();
  events = [];
  engine = createOfflineEngine({ projectDir: folder.path, stack: "dev", root: folder.path, providers: () => [cloud] });
}

const change = (body: string): void => folder.write({ "index.ts": programText(body) });
const stateText = (): string => readFileSync(join(folder.path, ".pulumi/stacks/proj/dev.json"), "utf8");

jest.setTimeout(60_000);
afterEach(() => folder.remove());

it("runs a TypeScript program in a process of its own: up, again, preview and destroy", async () => {
  open(`
    const config = new pulumi.Config();
    const a = new Thing("a", { label: config.get("label") ?? "plain" });
    export const arn = a.arn;
    export const hidden = pulumi.secret("not for you");
  `);
  const first = await engine.up({ onEvent });
  expect(messages("error")).toEqual([]);
  expect(first).toMatchObject({
    result: "succeeded",
    resourceChanges: { create: 2 },
    outputs: { arn: { value: "arn:a-1", secret: false }, hidden: { value: "not for you", secret: true } },
    unfinished: [],
  });
  const [, , a] = JSON.parse(stateText()).checkpoint.latest.resources;
  expect(a).toMatchObject({ urn: `${URN}a`, sourcePosition: expect.stringMatching(/^project:\/\/\/index\.ts#\d+,\d+$/) });
  expect((await engine.up()).resourceChanges).toEqual({ same: 2 });
  const preview = await engine.preview({ config: { label: "new" } });
  expect(preview.resourceChanges).toEqual({ same: 1, update: 1 });
  expect(await engine.outputs()).toEqual(first.outputs);
  const destroyed = await engine.destroy();
  expect(destroyed.resourceChanges).toEqual({ delete: 2 });
  expect(cloud.objects.size).toBe(0);
  expect(await engine.outputs()).toEqual({});
});

it("shows a throwing program's own message, keeps the state, and ends within seconds", async () => {
  open(`new Thing("a");`);
  await engine.up();
  const before = stateText();
  change(`throw new Error("the tower has no lift");`);
  const startedAt = Date.now();
  const failed = await engine.up({ onEvent });
  expect(Date.now() - startedAt).toBeLessThan(15_000);
  expect(failed.result).toBe("failed");
  expect(failed.unfinished).toEqual([`${URN}a`, "urn:pulumi:dev::proj::pulumi:providers:test::default"]);
  expect(messages("error")).toHaveLength(1);
  expect(messages("error")[0]).toContain("Error: the tower has no lift");
  expect(messages("error")[0]).not.toContain("offline-engine/src");
  expect([...cloud.objects.keys()]).toEqual(["a-1"]);
  expect(JSON.parse(stateText()).checkpoint.latest.resources.map(({ urn }: { urn: string }) => urn)).toEqual(
    JSON.parse(before).checkpoint.latest.resources.map(({ urn }: { urn: string }) => urn),
  );
});

it("shows only the message of an error that is meant for the user", async () => {
  open(`throw new pulumi.RunError("two zones, please");`);
  expect((await engine.preview({ onEvent })).result).toBe("failed");
  expect(messages("error")).toEqual(["two zones, please"]);
});

it("reports a refusal once, with URN and remedy, and ends the program without a word", async () => {
  open(`const a = new Thing("a"); new Thing("b", { link: a.arn }); new Thing("c");`);
  cloud.refusals.set("a", new ProviderError("Limit", "too many things", "Delete one."));
  const failed = await engine.up({ onEvent });
  expect(failed.result).toBe("failed");
  expect(events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? [])).toEqual([
    { severity: "error", urn: `${URN}a`, message: "Limit: too many things", remedy: "Delete one." },
  ]);
  expect(events.flatMap(({ resOpFailedEvent }) => resOpFailedEvent?.metadata.urn ?? [])).toEqual([`${URN}a`]);
  expect(failed.unfinished).toContain(`${URN}a`);
});

it("takes a program that leaves early for a failure, and deletes nothing", async () => {
  open(`new Thing("a");`);
  await engine.up();
  change(`process.exit(0);`);
  expect((await engine.up({ onEvent })).result).toBe("failed");
  expect(messages("error")).toEqual(["the program ended before it had come to its end: it must not call process.exit"]);
  expect(cloud.objects.size).toBe(1);
});

it("finishes what is in flight when it is cancelled, saves, and says what is left", async () => {
  open(`const a = new Thing("a"); new Thing("b", { link: a.arn });`);
  const abort = new AbortController();
  let goOn: () => void = () => undefined;
  cloud.gates.set("a", new Promise((resolve) => (goOn = resolve)));
  const running = engine.up({ onEvent, signal: abort.signal });
  while (!cloud.calls.includes("create a")) await new Promise((resolve) => setTimeout(resolve, 20));
  abort.abort();
  setTimeout(goOn, 100);
  const cancelled = await running;
  expect(cancelled.result).toBe("cancelled");
  expect(cancelled.resourceChanges).toEqual({ create: 2 });
  expect(messages("error")).toEqual([]);
  expect(events.filter(({ cancelEvent }) => cancelEvent !== undefined)).toHaveLength(1);
  expect([...cloud.objects.keys()]).toEqual(["a-1"]);
  expect(JSON.parse(stateText()).checkpoint.latest.pending_operations ?? []).toEqual([]);
  expect((await engine.up()).resourceChanges).toEqual({ same: 2, create: 1 });
});

it("shows no secret, neither in events nor in what the program logs or a provider says", async () => {
  open(`
    const password = new pulumi.Config().requireSecret("password");
    password.apply((text) => { console.log("printed " + text); pulumi.log.warn("logged " + text); });
    new Thing("a", { secret: password });
    new Thing("b", { secret: password });
  `);
  const secrets = new PassphraseSecrets({ passphrase: "" });
  await secrets.prepare();
  const sealed = secrets.seal("swordfish", "proj:password");
  folder.write({
    "Pulumi.dev.yaml": `encryptionsalt: ${secrets.salt}\nconfig:\n  proj:password: { secure: "${sealed}" }\n`,
  });
  cloud.create = ({ inputs }) => {
    throw new ProviderError("Weak", `the password ${String(inputs["secret"])} is weak`, "Take a longer one.");
  };
  expect((await engine.up({ onEvent })).result).toBe("failed");
  expect(messages("info")).toEqual(["printed [secret]"]);
  expect(messages("error")[0]).toBe("Weak: the password [secret] is weak");
  expect(JSON.stringify(events)).not.toContain("swordfish");
});
