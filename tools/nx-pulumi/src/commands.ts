/** What can be done with a stack. */
export type CommandName = "up" | "preview" | "refresh" | "destroy" | "outputs";

export interface Command {
  /** One sentence, shown by `nx show project` and `--help`. */
  readonly description: string;
  /** Options of a typical call, as `nx show project` displays them. */
  readonly example: Readonly<Record<string, string | boolean>>;
  /** How a run is announced: `Updating stack local`. Absent when the command is no run. */
  readonly announcement?: string;
}

export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  up: {
    description: "Deploys the stack: creates, updates, replaces and deletes until the resources are as the program says.",
    example: { config: "environment=staging" },
    announcement: "Updating",
  },
  preview: {
    description: "Shows what up would do, with the old and the new value of every property that changes.",
    example: { diff: true },
    announcement: "Previewing",
  },
  refresh: {
    description: "Reads what really exists and brings the state in line with it.",
    example: { target: "**bucket**" },
    announcement: "Refreshing",
  },
  destroy: {
    description: "Deletes every resource of the stack, dependents first.",
    example: { yes: true },
    announcement: "Destroying",
  },
  outputs: {
    description: "Prints the outputs of the last deployment, secrets as [secret].",
    example: { json: true, out: "outputs.json" },
  },
};

export const commandNames: readonly CommandName[] = ["up", "preview", "refresh", "destroy", "outputs"];

/** Whether a word of the command line names a command. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}
