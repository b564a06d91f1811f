"use strict";
// Loaded into the program's process before anything else (`node -r`).
// On Node 20 `util.inspect(error, { colors: true })` never returns when a stack frame looks like
// `node_modules/@scope/file.ts:1:2`, which the Pulumi SDK's source maps produce, and the SDK makes that very call to
// print any error that a program throws: the program would hang instead of failing. Without colours it returns.
const util = require("node:util");

const inspect = util.inspect;

function guardedInspect(value, options, ...rest) {
  const coloured = typeof options === "object" && options !== null && options.colors === true;
  return inspect(value, coloured && value instanceof Error ? { ...options, colors: false } : options, ...rest);
}

util.inspect = Object.assign(guardedInspect, inspect);
