import type { ArgumentProblem } from "@org/infra-naming";

/** What is wrong with a value that has to be one of a few; empty when nothing is. */
export function choiceProblems(
  argument: string,
  value: string | number,
  choices: readonly (string | number)[],
  { remedy }: { readonly remedy: string },
): ArgumentProblem[] {
  if (choices.includes(value)) {
    return [];
  }
  return [{ argument, rule: `must be one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`, value, remedy }];
}
