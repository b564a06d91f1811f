import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A Pulumi project in a folder of its own, where the packages of this workspace are found. */
export class StackFolder {
  readonly path = mkdtempSync(join(tmpdir(), "offline-engine-"));

  /** @param files text by path relative to the folder */
  constructor(files: Readonly<Record<string, string>>) {
    symlinkSync(nodeModules(), join(this.path, "node_modules"), "dir");
    this.write({ "package.json": JSON.stringify({ name: "program", type: "commonjs" }), ...files });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), text);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function nodeModules(): string {
  const manifest = require.resolve("@pulumi/pulumi/package.json");
  return dirname(dirname(dirname(manifest)));
}
