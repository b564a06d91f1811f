import type { ExecutorContext } from "@nx/devkit";
import { runStackCommand } from "../stack-command";
import type { UpExecutorOptions } from "./schema";

export default function upExecutor(options: UpExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runStackCommand("up", options, context);
}
