import { randomUUID } from "node:crypto";
import { structuralDiff } from "./property-diff";
import { type PropertyMap, type Provider, ProviderError } from "./provider";

/** Package of the resources that the engine itself serves: providers, stack references. */
export const BUILTIN_PACKAGE = "pulumi";
export const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** Outputs of another stack, secrets in wire form. Undefined when there is no such stack. */
export type StackReferenceResolver = (
  stackName: string,
) => Promise<PropertyMap | undefined> | PropertyMap | undefined;

/** Serves the resources of package `pulumi`: providers are only remembered, stack references are looked up. */
export function builtinProvider(): Provider {
  return {
    package: BUILTIN_PACKAGE,
    check: ({ news }) => ({ inputs: news, failures: [] }),
    diff: ({ oldInputs, newInputs }) => {
      const detailedDiff = structuralDiff(oldInputs, newInputs, { inputDiff: true });
      return { changes: Object.keys(detailedDiff).length > 0, replaces: [], detailedDiff };
    },
    create: ({ inputs, preview }) => ({ id: preview ? "" : randomUUID(), outputs: withoutInternal(inputs) }),
    update: ({ newInputs }) => ({ outputs: withoutInternal(newInputs) }),
    read: ({ id, inputs, outputs }) => ({ id, inputs: inputs ?? {}, outputs: outputs ?? {} }),
    delete: () => undefined,
    invoke: ({ token }) => {
      throw new ProviderError(
        "UnknownFunction",
        `the engine has no function \`${token}\``,
        "Check the token, or update the tools of this workspace.",
      );
    },
  };
}

function withoutInternal(inputs: PropertyMap): PropertyMap {
  const { __internal: _, ...outputs } = inputs;
  return outputs;
}
