import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SimulatedAws, World } from "@org/aws-simulator";
import { createOfflineEngine, type Engine } from "@org/offline-engine";
import type { Invocation } from "./parse-arguments";

/** Folder beside `Pulumi.yaml` in which an offline stack keeps its state and the simulated account. */
const LOCAL_FOLDER = ".pulumi-local";

/** The offline engine over the simulated account of the stack. `warn` is told what the simulator does not know. */
export function openEngine({ projectDir, stack }: Pick<Invocation, "projectDir" | "stack">, warn: (message: string) => void): Engine {
  const root = join(projectDir, LOCAL_FOLDER);
  // The simulated account knows the values of secrets, as AWS does: nobody else on the machine reads them.
  mkdirSync(root, { recursive: true, mode: 0o700 });
  return createOfflineEngine({
    projectDir,
    stack,
    root,
    providers: () => [new SimulatedAws({ world: World.open(join(root, "world", stack)), onWarning: warn })],
  });
}
