import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ExecutorContext } from "@nx/devkit";
import { commandNames, type CommandName } from "../commands";
import { parseArguments } from "../cli/parse-arguments";
import { OPTIONS, optionsOf, type OptionSpec } from "../cli/options";
import { commandLine, type StackCommandOptions } from "./stack-command";

const context: ExecutorContext = {
  root: "/workspace",
  cwd: "/workspace",
  isVerbose: false,
  projectName: "stack",
  projectsConfigurations: { version: 2, projects: { stack: { root: "apps/stack" } } },
  nxJsonConfiguration: {},
  projectGraph: { nodes: {}, dependencies: {} },
};

function words(options: StackCommandOptions, command: CommandName = "up"): string[] {
  return commandLine(command, options, context);
}

it("makes one word of each option, which no shell takes apart", () => {
  expect(words({ stack: "local", offlineStacks: ["local"], config: ["a=$(rm -rf /)", "b=x y"], target: "urn:a" })).toEqual([
    "up",
    "--project-dir=/workspace/apps/stack",
    "--engine=offline",
    "--stack=local",
    "--config=a=$(rm -rf /)",
    "--config=b=x y",
    "--target=urn:a",
  ]);
});

it("passes the switches that are set, and no other", () => {
  expect(words({ stack: "local", yes: true, json: false, diff: true }).slice(4)).toEqual(["--diff", "--yes"]);
});

it("runs the stacks named offline under the offline engine, and all others under the real one", () => {
  const offlineStacks = ["local", "sandbox"];
  expect(words({ stack: "sandbox", offlineStacks })[2]).toBe("--engine=offline");
  expect(words({ stack: "prod", offlineStacks })[2]).toBe("--engine=pulumi");
  expect(words({ stack: "prod", offlineStacks, engine: "offline" })[2]).toBe("--engine=offline");
});

it("leaves a missing stack to the command line, which says so", () => {
  expect(words({ offlineStacks: ["local"] })).toEqual(["up", "--project-dir=/workspace/apps/stack", "--engine=offline"]);
});

it("takes --out from where the user stands", () => {
  const before = process.env["INIT_CWD"];
  process.env["INIT_CWD"] = "/workspace/packages";
  expect(words({ stack: "local", out: "o.json" }, "outputs").at(-1)).toBe(`--out=${resolve("/workspace/packages/o.json")}`);
  expect(words({ stack: "local", out: "/tmp/o.json" }, "outputs").at(-1)).toBe(`--out=${resolve("/tmp/o.json")}`);
  delete process.env["INIT_CWD"];
  expect(words({ stack: "local", out: "o.json" }, "outputs").at(-1)).toBe(`--out=${resolve("/workspace/o.json")}`);
  if (before !== undefined) process.env["INIT_CWD"] = before;
});

it("adds the targets that Nx dropped", () => {
  process.env["NX_PULUMI_TARGETS"] = '["urn:b"]';
  expect(words({ stack: "local", target: ["urn:a"] }).slice(4)).toEqual(["--target=urn:a", "--target=urn:b"]);
  delete process.env["NX_PULUMI_TARGETS"];
});

it("says what the command line reads", () => {
  const argv = words({ stack: "local", offlineStacks: ["local"], config: "a=b", target: ["x"], yes: true, json: true });
  expect(parseArguments(argv)).toMatchObject({ stack: "local", config: { a: "b" }, targets: ["x"], yes: true, json: true });
});

interface Schema {
  readonly additionalProperties: boolean;
  readonly description: string;
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly description: string }>>;
}

describe.each(commandNames)("schema of %s", (command) => {
  const folder = join(__dirname, command);
  const schema: Schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8"));
  const declared = readFileSync(join(folder, "schema.d.ts"), "utf8");

  it("knows the options of the command line, with the same words, and no others", () => {
    const visible = optionsOf(command).filter((name) => name !== "project-dir");
    expect(Object.keys(schema.properties).sort()).toEqual([...visible, "offlineStacks"].sort());
    for (const name of visible) {
      const spec: OptionSpec = OPTIONS[name];
      if (spec.internal) continue;
      // Nx would cut the single value of an array at its commas.
      expect(schema.properties[name].type).toBe(spec.multiple ? undefined : spec.type);
      expect(schema.properties[name].description.startsWith(spec.description.split(",")[0])).toBe(true);
    }
    expect(schema.additionalProperties).toBe(false);
  });

  it("declares the same properties in schema.d.ts", () => {
    const names = [...declared.matchAll(/readonly (\w+)\?:/g)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(schema.properties).sort());
  });
});

it("names an executor for each command, with its schema and its implementation", () => {
  const root = join(__dirname, "../..");
  const { executors } = JSON.parse(readFileSync(join(root, "executors.json"), "utf8"));
  expect(Object.keys(executors)).toEqual([...commandNames]);
  for (const command of commandNames) {
    expect(executors[command].implementation).toBe(`./src/executors/${command}/executor`);
    expect(readFileSync(join(root, executors[command].schema), "utf8")).toContain(executors[command].description);
  }
});
