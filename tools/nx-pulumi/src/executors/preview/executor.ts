import type { ExecutorContext } from "@nx/devkit";
import { runStackCommand } from "../stack-command";
import type { PreviewExecutorOptions } from "./schema";

export default function previewExecutor(options: PreviewExecutorOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  return runStackCommand("preview", options, context);
}
