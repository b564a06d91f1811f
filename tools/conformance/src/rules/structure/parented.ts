import type { Rule } from "../../rule";

export const parented: Rule = {
  id: "structure/parented",
  controls: { "structure:parented": "ERROR" },
  requirement: "Every resource is a child of a component.",
  subjects: "every",
  judge: (resource) => {
    if (resource.type.startsWith("pulumi:providers:")) return undefined;
    // urn:pulumi:<stack>::<project>::<type of parent>$<own type>::<name>
    const [parentType] = resource.urn.split("::")[2].split("$").slice(-2);
    return parentType !== resource.type && parentType.split(":").length === 3 && !/^(aws|pulumi):/.test(parentType);
  },
};
