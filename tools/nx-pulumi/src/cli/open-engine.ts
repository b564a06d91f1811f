import { UserError, type Engine } from "@org/offline-engine";
import type { Invocation } from "./parse-arguments";

/** The engine that runs a stack. */
export function openEngine({ stack }: Invocation): Promise<Engine> {
  return Promise.reject(new UserError(`stack ${stack} cannot be opened: this checkout has no offline engine yet`));
}
