import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { transformFileSync } from "@swc/core";

/** The engine's sources as plain JavaScript, for child processes: one that compiles them itself would start too slowly. */
export class CompiledSources {
  readonly #folder = mkdtempSync(join(tmpdir(), "offline-engine-sources-"));

  constructor() {
    const project = dirname(dirname(__dirname));
    for (const path of readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })) {
      if (!path.endsWith(".ts") || path.endsWith(".test.ts")) continue;
      const { code } = transformFileSync(join(project, "src", path), {
        swcrc: false,
        module: { type: "commonjs" },
        jsc: { target: "es2022", parser: { syntax: "typescript" } },
      });
      const target = join(this.#folder, "src", `${path.slice(0, -3)}.js`);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }
    cpSync(join(project, "preload"), join(this.#folder, "preload"), { recursive: true });
    const manifest = require.resolve("@pulumi/pulumi/package.json");
    symlinkSync(dirname(dirname(dirname(manifest))), join(this.#folder, "node_modules"), "dir");
  }

  /** Path of a module that can be started. @param name without ending, relative to this folder: `crash-child` */
  module(name: string): string {
    return join(this.#folder, "src", "test-runs", `${name}.fixture.js`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
