import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createNodesFromFiles, type CreateNodesV2, type PreTasksExecution } from "@nx/devkit";
import { stacksOf } from "./stack-files";
import { swallowedTargets } from "./swallowed-targets";
import { pulumiTargets, type PulumiPluginOptions } from "./targets";
import { asksForJson, unframeOutput } from "./unframed-output";

/** Gives every Nx project that has a `Pulumi.yaml` the targets up, preview, refresh, destroy and outputs. */
export const createNodesV2: CreateNodesV2<PulumiPluginOptions> = [
  "**/Pulumi.yaml",
  (files, options, context) =>
    createNodesFromFiles(
      (file, pluginOptions, { workspaceRoot }) => {
        const root = dirname(file);
        const folder = join(workspaceRoot, root);
        // Without one of these the folder has no name, and Nx would refuse the whole workspace.
        if (!["package.json", "project.json"].some((name) => existsSync(join(folder, name)))) return {};
        const targets = pulumiTargets(stacksOf(folder), pluginOptions);
        return { projects: { [root]: { targets } } };
      },
      files,
      options,
      context,
    ),
];

/** Sets right what Nx does to some options before they reach the executor, and to the output after it. */
export const preTasksExecution: PreTasksExecution<PulumiPluginOptions> = (_options, { argv }) => {
  Object.assign(process.env, swallowedTargets(argv));
  // In Nx's own process only: a daemon or a process for the plugin alone has another stdout.
  if (argv === process.argv && asksForJson(argv)) Object.assign(process.env, unframeOutput(process));
};
