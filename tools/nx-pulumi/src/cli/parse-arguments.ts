import { UserError } from "@org/offline-engine";
import { commandNames, isCommandName, type CommandName } from "../commands";
import { nearest } from "./nearest";
import { OPTIONS, optionsOf, type OptionName, type OptionSpec } from "./options";

export type EngineName = "offline" | "pulumi";

/** A command line that holds together. */
export interface Invocation {
  readonly command: CommandName;
  readonly projectDir: string;
  /** Empty only when `help` is asked for. */
  readonly stack: string;
  readonly engine: EngineName;
  readonly config: Readonly<Record<string, string>>;
  readonly targets: readonly string[];
  readonly diff: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly out?: string;
  readonly help: boolean;
}

type Values = Partial<Record<OptionName, string[]>>;

/**
 * Reads `<command> [--option value | --option=value]...`.
 * Throws one UserError that names every mistake.
 */
export function parseArguments(argv: readonly string[]): Invocation {
  const [command, ...rest] = argv;
  if (command === undefined || !isCommandName(command)) throw new UserError(unknownCommand(command));
  const problems: string[] = [];
  const values = readOptions(command, rest, problems);
  const last = (name: OptionName): string | undefined => values[name]?.at(-1);
  const help = values.help !== undefined;
  const engine = last("engine") ?? "offline";
  if (engine !== "offline" && engine !== "pulumi") problems.push(`--engine must be offline or pulumi, got "${engine}"`);
  const stack = last("stack") ?? "";
  if (stack === "" && !help && problems.length === 0) {
    problems.push("no stack is chosen: add --stack <name>, or -c <name> for one that has a Pulumi.<name>.yaml");
  } else if (!/^[\w.-]*$/.test(stack)) {
    problems.push(`--stack must be letters, digits, ".", "_" and "-", got "${stack}"`);
  }
  const config = readConfig(values.config ?? [], problems);
  if (problems.length > 0 && !help) throw new UserError(problems.join("\n"));
  return {
    command,
    projectDir: last("project-dir") ?? process.cwd(),
    stack,
    engine: engine === "pulumi" ? "pulumi" : "offline",
    config,
    targets: values.target ?? [],
    diff: values.diff !== undefined,
    yes: values.yes !== undefined,
    json: values.json !== undefined,
    out: last("out"),
    help,
  };
}

function unknownCommand(command: string | undefined): string {
  if (command === undefined) return `a command is missing: one of ${commandNames.join(", ")}`;
  const meant = nearest(command, commandNames);
  return `unknown command "${command}"${meant === undefined ? `: one of ${commandNames.join(", ")}` : `, did you mean ${meant}?`}`;
}

function readOptions(command: CommandName, words: readonly string[], problems: string[]): Values {
  const known = optionsOf(command);
  const values: Values = {};
  for (let index = 0; index < words.length; index++) {
    const [, written, attached] = /^--([^=]+)(?:=(.*))?$/s.exec(words[index]) ?? [];
    if (written === undefined) {
      problems.push(`unexpected argument "${words[index]}": options begin with --`);
      continue;
    }
    const name = known.find((candidate) => candidate === written);
    if (name === undefined) {
      problems.push(unknownOption(command, written, known));
      if (attached === undefined && words[index + 1]?.startsWith("--") === false) index++;
      continue;
    }
    const spec: OptionSpec = OPTIONS[name];
    if (spec.type === "boolean") {
      if (attached === undefined || attached === "true") values[name] = ["true"];
      else if (attached !== "false") problems.push(`--${name} takes no value, got "${attached}"`);
      continue;
    }
    const value = attached ?? words[++index];
    if (value === undefined) problems.push(`--${name} needs a value: --${name} <${spec.placeholder}>`);
    else values[name] = spec.multiple ? [...(values[name] ?? []), value] : [value];
  }
  return values;
}

function unknownOption(command: CommandName, written: string, known: readonly OptionName[]): string {
  const visible = known.filter((name) => !("internal" in OPTIONS[name]));
  const meant = nearest(written, visible);
  return meant === undefined
    ? `${command} has no option --${written}; it knows ${visible.map((name) => `--${name}`).join(", ")}`
    : `${command} has no option --${written}, did you mean --${meant}?`;
}

function readConfig(entries: readonly string[], problems: string[]): Record<string, string> {
  const config: Record<string, string> = {};
  for (const entry of entries) {
    const [, key, value] = /^([^=\s]+)=(.*)$/s.exec(entry) ?? [];
    if (key === undefined) {
      problems.push(`--config must be key=value, got "${entry}": for example --config environment=staging`);
    } else if (key.split(":").length > 2 || key.split(":").includes("")) {
      problems.push(`--config key must be <key> or <namespace>:<key>, got "${key}"`);
    } else {
      config[key] = value;
    }
  }
  return config;
}
