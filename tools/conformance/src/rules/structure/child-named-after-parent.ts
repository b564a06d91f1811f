import type { Rule } from "../../rule";

export const childNamedAfterParent: Rule = {
  id: "structure/child-named-after-parent",
  controls: { "structure:child-named-after-parent": "ERROR" },
  requirement: "The logical name of a child starts with the name of its component, so that two of a kind never meet.",
  subjects: "every",
  judge: ({ name, state: { parent } }) => {
    if (parent === undefined || parent.includes("::pulumi:pulumi:Stack::")) return undefined;
    const parentName = parent.slice(parent.lastIndexOf("::") + 2);
    return name === parentName || name.startsWith(`${parentName}-`);
  },
};
