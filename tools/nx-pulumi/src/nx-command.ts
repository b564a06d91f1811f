import { commandNames } from "./commands";

/**
 * The words that follow the task in a command line of Nx that runs one of ours: `nx run <project>:up ...`, `nx up <project> ...`.
 * Undefined for every other command line, also for `nx run-many`, where several tasks share one output.
 */
export function taskWords(argv: readonly string[]): readonly string[] | undefined {
  const [, , command, task = "", ...rest] = argv;
  const target = command === "run" ? task.split(":")[1] : command;
  return commandNames.some((name) => name === target) ? rest : undefined;
}
