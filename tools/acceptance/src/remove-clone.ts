import { rmSync } from "node:fs";
import { CLONE_VARIABLE } from "./command";

/** Removes the clone again. */
export default function teardown(): void {
  const clone = process.env[CLONE_VARIABLE];
  if (clone !== undefined) rmSync(clone, { recursive: true, force: true });
}
