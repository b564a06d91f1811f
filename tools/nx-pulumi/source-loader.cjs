"use strict";
// Runs TypeScript sources without a build: node -r ./source-loader.cjs --conditions=@org/source main.ts
//
// Node's own type stripping does not serve here: it leaves `import` as it is, which a CommonJS package cannot have.
// What is compiled is kept under node_modules/.cache, so that a warm start does not even load the compiler.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const workspace = path.resolve(__dirname, "../..");
const cache = process.env.ORG_SOURCE_CACHE ?? path.join(workspace, "node_modules/.cache/org-source");
const compilerVersion = require("@swc/core/package.json").version;
const settings = {
  swcrc: false,
  configFile: false,
  sourceMaps: "inline",
  module: { type: "commonjs" },
  jsc: { target: "es2022", parser: { syntax: "typescript" }, keepClassNames: true },
};
const settingsKey = JSON.stringify([compilerVersion, settings]);

function compile(source, file) {
  const key = createHash("sha256").update(settingsKey).update(file).update("\0").update(source).digest("hex");
  const cached = path.join(cache, `${key.slice(0, 40)}.js`);
  try {
    return fs.readFileSync(cached, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  const { code } = require("@swc/core").transformSync(source, { ...settings, filename: file });
  // Another process may be compiling the same file: a rename never shows a half-written one.
  const draft = `${cached}.${process.pid}`;
  try {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(draft, code);
    fs.renameSync(draft, cached);
  } catch {
    // A read-only checkout still runs, it only compiles every time.
  }
  return code;
}

// A defect of ours is told with the lines of the sources.
process.setSourceMapsEnabled(true);

Module._extensions[".ts"] = (module, file) => module._compile(compile(fs.readFileSync(file, "utf8"), file), file);
