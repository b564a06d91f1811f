import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CreateNodesContextV2, TargetConfiguration } from "@nx/devkit";
import { createNodesV2, preTasksExecution } from "./plugin";
import type { PulumiPluginOptions } from "./targets";

let workspaceRoot: string;

beforeEach(() => {
  workspaceRoot = mkdtempSync(join(tmpdir(), "nx-pulumi-"));
});
afterEach(() => rmSync(workspaceRoot, { recursive: true }));

function project(folder: string, files: readonly string[]): string {
  mkdirSync(join(workspaceRoot, folder), { recursive: true });
  for (const file of [...files, "package.json"]) writeFileSync(join(workspaceRoot, folder, file), "");
  return join(folder, "Pulumi.yaml");
}

async function targetsOf(
  files: readonly string[],
  options?: PulumiPluginOptions,
): Promise<Record<string, Record<string, TargetConfiguration> | undefined>> {
  const context: CreateNodesContextV2 = { workspaceRoot, nxJsonConfiguration: {} };
  const results = await createNodesV2[1](files, options, context);
  return Object.fromEntries(
    results.flatMap(([, { projects = {} }]) => Object.entries(projects).map(([root, { targets }]) => [root, targets])),
  );
}

it("looks for Pulumi.yaml anywhere in the workspace", () => {
  expect(createNodesV2[0]).toBe("**/Pulumi.yaml");
});

it("gives a Pulumi project five targets that are never cached, with a configuration for each stack file", async () => {
  const file = project("apps/stack", ["Pulumi.yaml", "Pulumi.prod.yaml", "Pulumi.local.yaml", "Pulumi.dev.yml"]);
  const targets = (await targetsOf([file]))["apps/stack"] ?? {};
  expect(Object.keys(targets)).toEqual(["up", "preview", "refresh", "destroy", "outputs"]);
  expect(targets["up"]).toEqual({
    executor: "@org/nx-pulumi:up",
    cache: false,
    parallelism: false,
    options: { offlineStacks: ["local"] },
    configurations: { dev: { stack: "dev" }, local: { stack: "local" }, prod: { stack: "prod" } },
    defaultConfiguration: "local",
    metadata: {
      technologies: ["pulumi"],
      description:
        "Deploys the stack: creates, updates, replaces and deletes until the resources are as the program says.",
      help: {
        command: "npx nx up <project> --help",
        example: { options: { config: "environment=staging" } },
      },
    },
  });
  for (const [name, target] of Object.entries(targets)) {
    expect(target).toMatchObject({ executor: `@org/nx-pulumi:${name}`, cache: false, defaultConfiguration: "local" });
    // The program runs from its sources: nothing has to be built first.
    expect(target).not.toHaveProperty("dependsOn");
    expect(target.metadata?.description).toMatch(/^[A-Z].+\.$/);
  }
});

it("takes the first offline stack that the project has as the default", async () => {
  const file = project("a", ["Pulumi.yaml", "Pulumi.sandbox.yaml", "Pulumi.dev.yaml"]);
  const targets = (await targetsOf([file], { offlineStacks: ["local", "sandbox"] }))["a"] ?? {};
  expect(targets["preview"].defaultConfiguration).toBe("sandbox");
  expect(targets["preview"].options).toEqual({ offlineStacks: ["local", "sandbox"] });
});

it("has no default where no stack is offline, so that nothing real is deployed by accident", async () => {
  const file = project("b", ["Pulumi.yaml", "Pulumi.prod.yaml"]);
  const targets = (await targetsOf([file]))["b"] ?? {};
  expect(targets["up"]).not.toHaveProperty("defaultConfiguration");
  expect(targets["up"].configurations).toEqual({ prod: { stack: "prod" } });
});

it("serves several projects, and one in the root of the workspace", async () => {
  const files = [project("x", ["Pulumi.yaml"]), project(".", ["Pulumi.yaml", "Pulumi.local.yaml"])];
  const targets = await targetsOf(files);
  expect(Object.keys(targets)).toEqual(["x", "."]);
  expect(targets["x"]?.["up"].configurations).toEqual({});
});

it("passes by a folder that is no Nx project, such as a fixture", async () => {
  const file = project("fixture", ["Pulumi.yaml"]);
  rmSync(join(workspaceRoot, "fixture/package.json"));
  expect(await targetsOf([file])).toEqual({});
});

it("hands --target on to the executor, which Nx would drop", () => {
  const context = { id: "1", workspaceRoot, nxJsonConfiguration: {} };
  preTasksExecution({}, { ...context, argv: ["node", "nx", "run", "stack:up", "--target", "a"] });
  expect(process.env["NX_PULUMI_TARGETS"]).toBe('["a"]');
  delete process.env["NX_PULUMI_TARGETS"];
  preTasksExecution({}, { ...context, argv: ["node", "nx", "run", "stack:up"] });
  expect(process.env).not.toHaveProperty("NX_PULUMI_TARGETS");
});
