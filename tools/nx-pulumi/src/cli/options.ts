import type { CommandName } from "../commands";

/** One option of the command line. */
export interface OptionSpec {
  readonly type: "string" | "boolean";
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for the value in the usage text. */
  readonly placeholder?: string;
  readonly description: string;
  /** Commands that know it; absent means all. */
  readonly commands?: readonly CommandName[];
  /** Set by the executor, not by people: left out of the usage text. */
  readonly internal?: boolean;
}

const RUNS: readonly CommandName[] = ["up", "preview", "refresh", "destroy"];
const PROGRAM_RUNS: readonly CommandName[] = ["up", "preview"];

/** Every option, in the order of the usage text; the executors' schema.json files say the same. */
export const OPTIONS = {
  stack: {
    type: "string",
    placeholder: "name",
    description: "The stack to work on; set by the configuration (-c local).",
  },
  config: {
    type: "string",
    multiple: true,
    placeholder: "key=value",
    description: "A config value of this run only, over the stack's file; may be repeated.",
    commands: PROGRAM_RUNS,
  },
  target: {
    type: "string",
    multiple: true,
    placeholder: "urn",
    description: "Limits the run to this URN, in which ** stands for anything; may be repeated.",
    commands: RUNS,
  },
  diff: {
    type: "boolean",
    description: "Also shows every property of what is created, changed, replaced and deleted.",
    commands: RUNS,
  },
  yes: {
    type: "boolean",
    description: "Goes ahead without asking.",
    commands: RUNS,
  },
  json: {
    type: "boolean",
    description: "Writes one JSON object to stdout and nothing else; progress goes to stderr.",
  },
  out: {
    type: "string",
    placeholder: "file",
    description: "Writes the JSON object to this file, whatever else is printed.",
  },
  help: {
    type: "boolean",
    description: "Shows this text.",
  },
  engine: {
    type: "string",
    placeholder: "offline|pulumi",
    description: "The engine that runs the stack.",
    internal: true,
  },
  "project-dir": {
    type: "string",
    placeholder: "folder",
    description: "The folder that holds Pulumi.yaml.",
    internal: true,
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS;

export const optionNames = Object.keys(OPTIONS) as readonly OptionName[];

/** The options that a command knows. */
export function optionsOf(command: CommandName): OptionName[] {
  return optionNames.filter((name) => {
    const { commands }: OptionSpec = OPTIONS[name];
    return commands === undefined || commands.includes(command);
  });
}
