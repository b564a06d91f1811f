import type { ExecutorContext } from "@nx/devkit";
import { runStackCommand } from "../stack-command";
import type { RefreshExecutorOptions } from "./schema";

export default function refreshExecutor(options: RefreshExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runStackCommand("refresh", options, context);
}
