import type { Rule } from "../../rule";

export const noIndexInName: Rule = {
  id: "structure/no-index-in-name",
  controls: { "structure:no-index-in-name": "ERROR" },
  requirement: "No logical name ends in the place that something had in a list.",
  subjects: "every",
  // Ports are keys too, and start at 20 among those that anybody listens on; a version is what its user says that it is.
  judge: ({ name }) => !/(?<!-version)[-_](\d|1\d)$/.test(name),
};
