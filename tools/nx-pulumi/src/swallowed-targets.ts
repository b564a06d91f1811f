import { taskWords } from "./nx-command";

/** Carries the `--target` options of `nx run` from Nx's process to the executor's. */
const VARIABLE = "NX_PULUMI_TARGETS";

/**
 * The `--target` options of `nx run <project>:up --target <urn>` and `nx up <project> --target <urn>`.
 * Nx takes them for its own option of that name and drops them without a word, and a run that was to be limited would
 * touch the whole stack.
 */
export function swallowedTargets(argv: readonly string[]): Record<string, string> {
  const all = taskWords(argv) ?? [];
  const end = all.indexOf("--");
  const words = end < 0 ? all : all.slice(0, end);
  const targets = words.flatMap((word, index) => {
    if (word === "--target") return words.slice(index + 1, index + 2);
    return word.startsWith("--target=") ? [word.slice("--target=".length)] : [];
  });
  return targets.length === 0 ? {} : { [VARIABLE]: JSON.stringify(targets) };
}

/** What {@link swallowedTargets} has put into the environment. */
export function carriedTargets(env: NodeJS.ProcessEnv): readonly string[] {
  const targets: unknown = JSON.parse(env[VARIABLE] ?? "[]");
  return Array.isArray(targets) ? targets.filter((target) => typeof target === "string") : [];
}
