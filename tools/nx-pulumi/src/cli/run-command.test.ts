import { EventEmitter } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { UserError, type Engine, type OperationOptions, type RunSummary, type StackOutputs } from "@org/offline-engine";
import { parseArguments } from "./parse-arguments";
import { runCommand, type Surroundings } from "./run-command";

const succeeded: RunSummary = {
  result: "succeeded",
  resourceChanges: { create: 1 },
  durationSeconds: 1.25,
  outputs: { vpcId: { value: "vpc-1", secret: false }, token: { value: "hunter2", secret: true } },
  unfinished: [],
};
const URN = "urn:pulumi:local::infra::aws:ec2/vpc:Vpc::vpc";

type Operation = (options: OperationOptions) => Promise<RunSummary>;

class FakeEngine implements Engine {
  readonly calls: [string, OperationOptions][] = [];
  private readonly operation: Operation;

  constructor(operation: Operation = () => Promise.resolve(succeeded)) {
    this.operation = operation;
  }

  preview = (options: OperationOptions = {}): Promise<RunSummary> => this.run("preview", options);
  up = (options: OperationOptions = {}): Promise<RunSummary> => this.run("up", options);
  refresh = (options: OperationOptions = {}): Promise<RunSummary> => this.run("refresh", options);
  destroy = (options: OperationOptions = {}): Promise<RunSummary> => this.run("destroy", options);
  outputs = (): Promise<StackOutputs> => Promise.resolve(succeeded.outputs);

  private run(name: string, options: OperationOptions): Promise<RunSummary> {
    this.calls.push([name, options]);
    const metadata = { op: "create", urn: URN, type: "aws:ec2/vpc:Vpc" } as const;
    options.onEvent?.({ sequence: 1, timestamp: 1, resourcePreEvent: { metadata, planning: false } });
    options.onEvent?.({ sequence: 2, timestamp: 1, resOutputsEvent: { metadata, planning: false } });
    return this.operation(options);
  }
}

/** A process without a terminal, all of which can be seen. */
class FakeProcess {
  readonly stdin = Object.assign(new PassThrough(), { isTTY: false, setRawMode: (): void => undefined });
  readonly stdout = Object.assign(new PassThrough(), { isTTY: false });
  readonly stderr = Object.assign(new PassThrough(), { isTTY: false });
  readonly signals = new EventEmitter();
  readonly exits: number[] = [];

  run(argv: string, engine: Engine, env: NodeJS.ProcessEnv = {}): Promise<number> {
    const surroundings: Surroundings = {
      stdin: this.stdin,
      stdout: this.stdout,
      stderr: this.stderr,
      keys: this.stdin,
      signals: this.signals as unknown as NodeJS.Process,
      env,
      now: () => 0,
      exit: (code) => void this.exits.push(code),
      openEngine: () => engine,
    };
    return runCommand(parseArguments(argv.split(" ")), surroundings);
  }

  text(stream: "stdout" | "stderr"): string {
    return this[stream].read()?.toString() ?? "";
  }
}

it("runs the operation with config and targets, and shows it in plain lines where there is no terminal", async () => {
  const [here, engine] = [new FakeProcess(), new FakeEngine()];
  expect(await here.run("up --stack=local --config=a=b --target=**vpc", engine)).toBe(0);
  expect(engine.calls).toHaveLength(1);
  expect(engine.calls[0]).toMatchObject(["up", { config: { a: "b" }, targets: ["**vpc"] }]);
  expect(here.text("stdout")).toBe(`\
Updating stack local (offline, simulated AWS)

 +  aws:ec2:Vpc vpc created (0ms)

Outputs:
  token = [secret]
  vpcId = "vpc-1"

Resources:
  +  1 created

up succeeded in 1.3s
`);
  expect(here.text("stderr")).toBe("");
});

it("limits nothing when no target is given", async () => {
  const engine = new FakeEngine();
  await new FakeProcess().run("refresh --stack=local", engine);
  expect(engine.calls[0][0]).toBe("refresh");
  expect(engine.calls[0][1]).not.toHaveProperty("targets");
});

it("ends with 0, 1 or 130 as the run succeeded, failed or was interrupted", async () => {
  for (const [result, code] of [["succeeded", 0], ["failed", 1], ["cancelled", 130]] as const) {
    const engine = new FakeEngine(() => Promise.resolve({ ...succeeded, result }));
    expect(await new FakeProcess().run("up --stack=local", engine)).toBe(code);
  }
});

it("writes with --json one object to stdout, and progress to stderr", async () => {
  const here = new FakeProcess();
  await here.run("preview --stack=local --json", new FakeEngine());
  expect(JSON.parse(here.text("stdout"))).toEqual({
    command: "preview",
    stack: "local",
    result: "succeeded",
    durationSeconds: 1.25,
    resourceChanges: { create: 1 },
    steps: [
      { op: "create", urn: URN, type: "aws:ec2/vpc:Vpc", name: "vpc", status: "done", durationSeconds: 0, replaces: [], changes: [] },
    ],
    outputs: { vpcId: "vpc-1", token: "[secret]" },
    diagnostics: [],
    unfinished: [],
  });
  expect(here.text("stderr")).toContain("Previewing stack local");
});

it("shows outputs one a line, or as one object of names and values", async () => {
  const here = new FakeProcess();
  expect(await here.run("outputs --stack=local", new FakeEngine())).toBe(0);
  expect(here.text("stdout")).toBe('  token = [secret]\n  vpcId = "vpc-1"\n');
  expect(await here.run("outputs --stack=local --json", new FakeEngine())).toBe(0);
  expect(here.text("stdout")).toBe('{\n  "token": "[secret]",\n  "vpcId": "vpc-1"\n}\n');
  expect(here.text("stderr")).toBe("");
});

it("says so when a stack has no outputs", async () => {
  const here = new FakeProcess();
  const engine = new FakeEngine();
  engine.outputs = () => Promise.resolve({});
  await here.run("outputs --stack=local", engine);
  expect(here.text("stdout")).toBe("Stack local has no outputs.\n");
  await here.run("outputs --stack=local --json", engine);
  expect(JSON.parse(here.text("stdout"))).toEqual({});
});

it("writes the object to the file of --out, and still shows what a person wants to see", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nx-pulumi-"));
  const here = new FakeProcess();
  await here.run(`outputs --stack=local --out=${folder}/o.json`, new FakeEngine());
  expect(JSON.parse(readFileSync(join(folder, "o.json"), "utf8"))).toEqual({ token: "[secret]", vpcId: "vpc-1" });
  expect(here.text("stdout")).toContain("vpcId = ");
  rmSync(folder, { recursive: true });
  await expect(here.run(`outputs --stack=local --out=${folder}/o.json`, new FakeEngine())).rejects.toThrow(UserError);
});

it("stops with one sentence when the stack needs the real engine", async () => {
  const engine = new FakeEngine();
  await expect(new FakeProcess().run("up --stack=prod --engine=pulumi", engine)).rejects.toEqual(
    new UserError(
      "stack prod needs the real Pulumi engine, which a later version of this plugin brings: " +
        "use an offline stack such as -c local, which deploys to a simulated AWS on this machine",
    ),
  );
  expect(engine.calls).toEqual([]);
});

it("lets a locked stack's message through and gives the signals back", async () => {
  const here = new FakeProcess();
  const engine = new FakeEngine(() => Promise.reject(new UserError("the stack is locked by process 7")));
  await expect(here.run("up --stack=local", engine)).rejects.toThrow("the stack is locked by process 7");
  expect(here.signals.eventNames()).toEqual([]);
});

it("aborts the run at the first interrupt, and ends at once at the second", async () => {
  const here = new FakeProcess();
  const aborted: boolean[] = [];
  const engine = new FakeEngine(async ({ signal }) => {
    here.signals.emit("SIGINT");
    aborted.push(signal?.aborted ?? false);
    // What Nx sends after a SIGINT of its own is no second interrupt.
    here.signals.emit("SIGTERM");
    expect(here.exits).toEqual([]);
    here.signals.emit("SIGINT");
    return { ...succeeded, result: "cancelled", unfinished: [URN] };
  });
  expect(await here.run("up --stack=local", engine)).toBe(130);
  expect(aborted).toEqual([true]);
  expect(here.exits).toEqual([130]);
  const shown = here.text("stdout");
  expect(shown).toContain("Interrupted: finishing the operation in flight. Ctrl-C again stops at once.\n");
  expect(shown).toContain("Stopped at once. What was done is saved, and the next run carries on.\n");
  expect(shown).toContain("Left (1), for the next up:\n  aws:ec2:Vpc vpc\n");
});

describe("in a terminal", () => {
  function terminal(): { here: FakeProcess; raw: boolean[] } {
    const here = new FakeProcess();
    const raw: boolean[] = [];
    Object.assign(here.stdin, { isTTY: true, setRawMode: (on: boolean) => void raw.push(on) });
    here.stdout.isTTY = true;
    return { here, raw };
  }

  it("reads Ctrl-C as a key, so that it does not end Nx and the program", async () => {
    const { here, raw } = terminal();
    const engine = new FakeEngine(async ({ signal }) => {
      here.stdin.write("x\u0003");
      while (signal?.aborted === false) await new Promise(setImmediate);
      return { ...succeeded, result: "cancelled" };
    });
    expect(await here.run("up --stack=local", engine)).toBe(130);
    expect(raw).toEqual([true, false]);
  });

  it("draws the live tree, but plain lines in CI and for a dumb terminal", async () => {
    for (const [env, live] of [[{}, true], [{ CI: "true" }, false], [{ TERM: "dumb" }, false], [{ CI: "false" }, true]] as const) {
      const { here } = terminal();
      await here.run("up --stack=local", new FakeEngine(), { NO_COLOR: "1", ...env });
      expect([env, here.text("stdout").includes(" +  aws:ec2:Vpc  vpc  created (0ms)")]).toEqual([env, live]);
    }
  });

  it.each([
    ["y\n", true],
    ["yes\n", true],
    ["\n", false],
    ["no\n", false],
  ])("asks before it destroys; the answer %j means %s", async (answer, goesAhead) => {
    const { here } = terminal();
    const engine = new FakeEngine();
    const run = here.run("destroy --stack=local", engine);
    here.stdin.write(answer);
    expect(await run).toBe(goesAhead ? 0 : 1);
    expect(engine.calls).toHaveLength(goesAhead ? 1 : 0);
    expect(here.text("stdout")).toContain("Destroy every resource of stack local in the simulated AWS? (y/N) ");
  });

  it("does not ask with --yes, nor before it deploys", async () => {
    for (const command of ["destroy --yes", "up"]) {
      const { here } = terminal();
      expect(await here.run(`${command} --stack=local`, new FakeEngine())).toBe(0);
      expect(here.text("stdout")).not.toContain("(y/N)");
    }
  });
});
