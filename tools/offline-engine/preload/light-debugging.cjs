"use strict";
// Loaded into the program's process before anything else (`node -r`).
// Leaves out two things that the Pulumi SDK does for its own debugging: the stack trace of every promise, and several
// debug messages per resource to the engine, which shows none of them.
// PULUMI_DEBUG_PROMISE_LEAKS, the SDK's own switch, leaves both as they are.
const Module = require("node:module");
const { lightenPromises } = require("./lighten-promises.cjs");

/** By the last part of a module's name: how to tell the SDK's module, and what to do with it. */
const LIGHTER = {
  debuggable: { is: (exported) => typeof exported.debuggablePromise === "function", lighten: lightenPromises },
  log: { is: (exported) => typeof exported.hasErrors === "function" && exported.debug, lighten: silenceDebug },
};

if (!process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
  const load = Module._load;
  const done = new WeakSet();

  Module._load = function loadLightened(request, ...rest) {
    const exported = load.call(this, request, ...rest);
    const entry = LIGHTER[request.slice(request.lastIndexOf("/") + 1)];
    // A module that is part of a cycle is first seen half loaded: it is tried again when it is loaded once more.
    if (entry !== undefined && typeof exported === "object" && exported !== null && !done.has(exported) && entry.is(exported)) {
      entry.lighten(exported);
      done.add(exported);
    }
    return exported;
  };
}

function silenceDebug(log) {
  log.debug = () => Promise.resolve();
}
