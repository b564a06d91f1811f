import type { Rule } from "../../rule";

/** `us-east-1`, with or without the letter of a zone: the digit is part of a name. */
const REGION = /\b[a-z]{2}(-gov|-iso[a-z]*)?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d[a-z]?\b/g;

/** `10.0.0.0/16` and `2001:db8::/32` as names have them: two hyphens in a row stand for the two colons. */
const NETWORK = /(\d{1,3}\.){3}\d{1,3}-\d{1,2}|[\da-f-]*--[\da-f-]*-\d{1,3}/g;

export const noIndexInName: Rule = {
  id: "structure/no-index-in-name",
  controls: { "structure:no-index-in-name": "ERROR" },
  requirement: "No logical name tells the place that something had in a list.",
  subjects: "every",
  // Ports are keys too, and start at 20 among those that anybody listens on; a version is what its user says that it is.
  judge: ({ name }) => !/(?<!-version)[-_](\d|1\d)(?=[-_]|$)/.test(name.replace(REGION, "").replace(NETWORK, "")),
};
