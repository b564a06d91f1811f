import type { Resource } from "./resource";

/** Controls that a resource need not meet, and why. */
export interface Exception {
  /** Ids of the controls. */
  readonly controls: readonly string[];
  /** Logical names of the resources that it holds for. @default all */
  readonly resources?: RegExp;
  /** One sentence, as the document of the controls prints it. */
  readonly reason: string;
}

/** The exception that holds for a control of a resource. */
export function exceptionFor(exceptions: readonly Exception[], control: string, resource: Resource): Exception | undefined {
  return exceptions.find(({ controls, resources }) => controls.includes(control) && (resources?.test(resource.name) ?? true));
}
