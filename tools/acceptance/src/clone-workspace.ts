import { cloneWorkspace } from "@org/fresh-clone";
import { CLONE_VARIABLE } from "./command";

/** Makes the one clone that all acceptance tests share. */
export default function setup(): void {
  process.env[CLONE_VARIABLE] = cloneWorkspace();
}
