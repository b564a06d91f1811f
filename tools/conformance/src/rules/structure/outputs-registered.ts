import type { Rule } from "../../rule";

export const outputsRegistered: Rule = {
  id: "structure/outputs-registered",
  controls: { "structure:outputs-registered": "ERROR" },
  requirement: "Every component registers what it gives.",
  subjects: "component",
  judge: ({ state }) => Object.keys(state.outputs).length > 0,
};
