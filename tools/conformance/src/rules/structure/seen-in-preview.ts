import type { Rule } from "../../rule";

export const seenInPreview: Rule = {
  id: "structure/seen-in-preview",
  controls: { "structure:seen-in-preview": "ERROR" },
  requirement: "A preview shows every resource: none is made inside `apply`.",
  subjects: "every",
  judge: ({ urn }, { preview }) => (preview === undefined ? undefined : preview.steps.some((step) => step.urn === urn)),
};
