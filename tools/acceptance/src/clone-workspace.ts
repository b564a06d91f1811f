import { CLONE_VARIABLE, cloneWorkspace } from "./clone";

/** Makes the one clone that all acceptance tests share. */
export default function setup(): void {
  process.env[CLONE_VARIABLE] = cloneWorkspace();
}
