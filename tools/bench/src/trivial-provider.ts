import type { Provider } from "@org/offline-engine";

/** Accepts everything and does nothing: what is measured is the engine. */
export function trivialProvider(): Provider {
  return {
    package: "bench",
    check: ({ news }) => ({ inputs: news, failures: [] }),
    diff: () => ({ changes: false, replaces: [], detailedDiff: {} }),
    create: ({ name, inputs }) => ({ id: `${name}-id`, outputs: inputs }),
    read: ({ id, inputs, outputs }) => ({ id, inputs: inputs ?? {}, outputs: outputs ?? {} }),
    update: ({ newInputs }) => ({ outputs: newInputs }),
    delete: () => undefined,
    invoke: () => ({ result: {}, failures: [] }),
  };
}
