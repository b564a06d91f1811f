import type { ExecutorContext } from "@nx/devkit";
import { runStackCommand } from "../stack-command";
import type { DestroyExecutorOptions } from "./schema";

export default function destroyExecutor(options: DestroyExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runStackCommand("destroy", options, context);
}
