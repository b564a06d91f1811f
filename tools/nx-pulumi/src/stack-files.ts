import { readdirSync } from "node:fs";

const STACK_FILE = /^Pulumi\.(.+)\.ya?ml$/;

/** The stacks of a Pulumi project: one for each `Pulumi.<stack>.yaml` beside its `Pulumi.yaml`, in alphabetical order. */
export function stacksOf(projectDir: string): string[] {
  const stacks = readdirSync(projectDir).map((file) => STACK_FILE.exec(file)?.[1]);
  return [...new Set(stacks.filter((stack) => stack !== undefined))].sort();
}
