import type { Rule } from "../../rule";
import { textsIn } from "../../secrets";

/** Shorter texts are found by chance. */
const SHORTEST = 12;

export const noSecretInPlainText: Rule = {
  id: "structure/no-secret-in-plain-text",
  controls: { "structure:no-secret-in-plain-text": "CRITICAL" },
  requirement: "What is a secret anywhere stands nowhere in the state as plain text.",
  subjects: "every",
  judge: (resource, stack) => {
    const plain = textsOf(resource).filter(({ inSecret }) => !inSecret);
    return !plain.some(({ text }) => text.length >= SHORTEST && stack.secretTexts.has(text));
  },
};

function textsOf({ state: { inputs, outputs } }: Parameters<Rule["judge"]>[0]) {
  return [...textsIn(inputs), ...textsIn(outputs)];
}
