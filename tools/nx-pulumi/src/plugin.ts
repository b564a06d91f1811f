import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createNodesFromFiles, type CreateNodesV2, type PreTasksExecution } from "@nx/devkit";
import { stacksOf } from "./stack-files";
import { swallowedTargets } from "./swallowed-targets";
import { pulumiTargets, type PulumiPluginOptions } from "./targets";

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

/** Hands the executors what Nx would drop. */
export const preTasksExecution: PreTasksExecution<PulumiPluginOptions> = (_options, { argv }) => {
  Object.assign(process.env, swallowedTargets(argv));
};
