import { spawn } from "node:child_process";
import type { PropertyValue } from "./provider";
import type { ResourceState } from "./resource-state";
import { StateStore } from "./state-store";
import { StackFolder } from "./test-cloud/stack-folder";
import { CompiledSources } from "./test-runs/compiled-sources.fixture";
import { FileCloud } from "./test-runs/file-cloud.fixture";

/**
 * From round to round of this program some things come and go, some are updated, some replaced with the new one first
 * and some with the old one first, and most need another one.
 */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const round = Number(new pulumi.Config().require("round"));
class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) { super("test:index:Thing", name, args, opts); }
}
class Group extends pulumi.ComponentResource {
  constructor(name) { super("test:index:Group", name); }
}
const group = new Group("group");
const things = [];
for (let i = 0; i < 24; i += 1) {
  if (i % 5 === round % 5) { things.push(undefined); continue; }
  const under = Math.floor(i / 2) - 1;
  const below = things[under];
  // What stands on a thing that is deleted first must be replaced with it.
  const needs = under % 6 === 4 ? "fixedNeeds" : "needs";
  things.push(new Thing("thing-" + i, {
    value: i % 2 === 0 ? round : 0,
    ...(i % 6 === 1 && { fixed: round }),
    ...(i % 6 === 4 && { exclusive: round }),
    ...(below !== undefined && { [needs]: below.id }),
  }, { parent: i % 3 === 0 ? group : undefined }));
}
exports.round = round;
`;

const PULUMI_YAML = "name: proj\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n";

/** The round that is not killed; like each one, it lacks things that an earlier one has made. */
const LAST_ROUND = 8;

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly changes: number;
  readonly summary: { readonly result: string; readonly resourceChanges: object; readonly messages: readonly string[] } | undefined;
  readonly errors: string;
}

let compiled: CompiledSources;
let folder: StackFolder;
beforeAll(() => {
  compiled = new CompiledSources();
  folder = new StackFolder({ "Pulumi.yaml": PULUMI_YAML, "index.js": PROGRAM });
});
afterAll(() => {
  compiled.remove();
  folder.remove();
});

/** @param killAfter changes of the cloud; never when absent */
function up(round: number, killAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [compiled.module("convergence-child"), folder.path, String(round)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
    const changes = output.split("\n")[0]?.length ?? 0;
    if (killAfter !== undefined && changes >= killAfter) setTimeout(() => child.kill("SIGKILL"), Math.random() * 5);
  });
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  return new Promise((resolve) =>
    child.on("close", (_, signal) => {
      const [changes = "", summary = ""] = output.split("\n");
      const parsed = summary === "" ? undefined : (JSON.parse(summary) as NonNullable<Ended["summary"]>);
      resolve({ signal, changes: changes.length, summary: parsed, errors });
    }),
  );
}

interface Existing {
  readonly id: string | undefined;
  readonly urn: string;
  readonly inputs: PropertyValue;
}

function byId(things: Existing[]): Existing[] {
  return things.sort((a, b) => String(a.id).localeCompare(String(b.id)));
}

function inCloud(): Existing[] {
  return byId([...new FileCloud(folder.path).objects].map(([id, { urn, inputs }]) => ({ id, urn, inputs })));
}

function inState(resources: readonly ResourceState[]): Existing[] {
  const things = resources.filter(({ type }) => type === "test:index:Thing");
  return byId(things.map(({ id, urn, inputs }) => ({ id, urn, inputs })));
}

it("converges after runs that were killed at random points: the state and the cloud agree, nothing is lost or made twice", async () => {
  let killed = 0;
  for (let round = 1; round <= 6; round += 1) {
    const ended = await up(round, 1 + Math.floor(Math.random() * 14));
    expect(ended.errors).toBe("");
    if (ended.signal === "SIGKILL") killed += 1;
  }
  expect(killed).toBeGreaterThanOrEqual(4);

  const last = await up(LAST_ROUND);
  expect(last.errors).toBe("");
  expect(last.summary?.messages.filter((message) => !message.startsWith("the last run was stopped while"))).toEqual([]);
  expect(last.summary?.result).toBe("succeeded");

  const store = await StateStore.open({ root: folder.path, project: "proj", stack: "dev", passphrase: "" });
  const { resources, pendingOperations } = await store.load();
  expect(pendingOperations).toEqual([]);
  expect(resources.filter((state) => state.delete === true || state.pendingReplacement === true)).toEqual([]);
  expect(inState(resources)).toEqual(inCloud());
  expect(inCloud()).toHaveLength(19);
  expect(inCloud().filter(({ inputs }) => (inputs as { value: number }).value === LAST_ROUND)).toHaveLength(10);

  const again = await up(LAST_ROUND);
  expect(again.changes).toBe(0);
  expect(again.summary?.resourceChanges).toEqual({ same: 21 });
}, 180_000);
