"use strict";
// For a Pulumi program: runtime.options.nodeargs: "--conditions=@org/source --require @org/nx-pulumi/program-loader",
// with `typescript: false`, in Pulumi.yaml. The program then starts from its TypeScript sources without ts-node.
const { existsSync } = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { compiledSource } = require("./source-loader.cjs");

// The Pulumi SDK notes a stack trace for each promise that it makes, in case one is never settled, and maps each frame to
// its source: half of a program's time. Those traces are left unmapped; all others stay as source-map-support makes them.
const originals = new WeakMap();
let preparer;

function withoutPromiseTraces(prepare) {
  const prepareOthers = (error, frames) =>
    frames[0]?.getFunctionName() === "debuggablePromise"
      ? [error, ...frames.slice(1, 4).map((frame) => `at ${frame}`)].join("\n    ")
      : prepare(error, frames);
  originals.set(prepareOthers, prepare);
  return prepareOthers;
}

Object.defineProperty(Error, "prepareStackTrace", {
  configurable: true,
  get: () => preparer,
  // Whoever puts back what it has read before puts back the wrapped function.
  set: (prepare) => {
    preparer = typeof prepare !== "function" || originals.has(prepare) ? prepare : withoutPromiseTraces(prepare);
  },
});

// The SDK installs source-map-support too; told first where compiled sources are, it also maps the program's own frames.
const fromSdk = createRequire(createRequire(path.join(process.cwd(), "package.json")).resolve("@pulumi/pulumi/cmd/run"));
fromSdk("source-map-support").install({
  retrieveFile: (file) => (file.endsWith(".ts") && !file.endsWith(".d.ts") && existsSync(file) ? compiledSource(file) : null),
});
