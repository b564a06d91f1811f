import type { TargetConfiguration } from "@nx/devkit";
import { COMMANDS, commandNames } from "./commands";

/** What the plugin may be told in nx.json. */
export interface PulumiPluginOptions {
  /**
   * Stacks that run under the offline engine against the simulated AWS account; all others need the real Pulumi engine.
   * The first one that a project has is the default configuration of its targets.
   * @default ["local"]
   */
  readonly offlineStacks?: readonly string[];
}

/** The targets of a Pulumi project that has the given stacks. */
export function pulumiTargets(
  stacks: readonly string[],
  { offlineStacks = ["local"] }: PulumiPluginOptions = {},
): Record<string, TargetConfiguration> {
  const defaultConfiguration = offlineStacks.find((stack) => stacks.includes(stack));
  const configurations = Object.fromEntries(stacks.map((stack) => [stack, { stack }]));
  return Object.fromEntries(
    commandNames.map((command) => [
      command,
      {
        executor: `@org/nx-pulumi:${command}`,
        // A deployment is never a cache hit, and two of one stack wait for each other's lock.
        cache: false,
        parallelism: false,
        options: { offlineStacks },
        configurations,
        ...(defaultConfiguration === undefined ? {} : { defaultConfiguration }),
        metadata: {
          technologies: ["pulumi"],
          description: COMMANDS[command].description,
          help: {
            command: `npx nx ${command} <project> --help`,
            example: { options: COMMANDS[command].example },
          },
        },
      },
    ]),
  );
}
