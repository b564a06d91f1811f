import type { ExecutorContext } from "@nx/devkit";
import { runStackCommand } from "../stack-command";
import type { OutputsExecutorOptions } from "./schema";

export default function outputsExecutor(options: OutputsExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runStackCommand("outputs", options, context);
}
