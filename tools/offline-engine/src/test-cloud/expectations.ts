import type { DeployRun } from "../deploy";

/** The steps of a run, each as `op name`. */
export function stepsOf({ steps }: Pick<DeployRun, "steps">): string[] {
  return steps.map(({ op, name }) => `${op} ${name}`);
}

/** The steps of a run that change something, each as `op name`. */
export function changesOf(run: Pick<DeployRun, "steps">): string[] {
  return stepsOf(run).filter((step) => !step.startsWith("same "));
}
