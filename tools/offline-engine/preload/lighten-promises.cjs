"use strict";

/**
 * The Pulumi SDK takes a stack trace for every promise it makes, to be shown if the promise is never settled. Where source
 * maps are on (ts-node, test runners) that costs more, per resource, than all the rest together.
 * @param debuggable the SDK's module `runtime/debuggable`
 */
exports.lightenPromises = (debuggable) => {
  const { debuggablePromise } = debuggable;
  debuggable.debuggablePromise = (promise, context) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return debuggablePromise(promise, context);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
};
