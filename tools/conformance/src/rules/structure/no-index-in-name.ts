import type { Rule } from "../../rule";

/** `us-east-1`, with or without the letter of a zone: the digit is part of a name. */
const REGION = /\b[a-z]{2}(-gov|-iso[a-z]*)?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d[a-z]?\b/g;

export const noIndexInName: Rule = {
  id: "structure/no-index-in-name",
  controls: { "structure:no-index-in-name": "ERROR" },
  requirement: "No logical name tells the place that something had in a list.",
  subjects: "every",
  // Ports are keys too, and start at 20 among those that anybody listens on; a version is what its user says that it is.
  judge: ({ name }) => !/(?<!-version)[-_](\d|1\d)(?=[-_]|$)/.test(name.replace(REGION, "")),
};
