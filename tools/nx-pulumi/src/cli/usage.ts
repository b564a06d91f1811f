import { COMMANDS, type CommandName } from "../commands";
import { OPTIONS, optionsOf, type OptionSpec } from "./options";

/** The text of `--help`. */
export function usage(command: CommandName): string {
  const rows = optionsOf(command).flatMap((name) => {
    const { internal, placeholder, description }: OptionSpec = OPTIONS[name];
    return internal ? [] : [[placeholder === undefined ? `--${name}` : `--${name} <${placeholder}>`, description]];
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `Usage: nx run <project>:${command} [-c <stack>] [options]`,
    "",
    COMMANDS[command].description,
    "",
    "Options:",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    "",
  ].join("\n");
}
