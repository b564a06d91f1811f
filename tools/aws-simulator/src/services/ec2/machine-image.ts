import { createHash } from "node:crypto";

/** Processor architecture, in EC2's words. */
export type Architecture = "x86_64" | "arm64";

function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}

/** The id of a simulated AMI. Its last digits tell it from a real one, and its architecture from the other. */
export function machineImageId(source: string, architecture: Architecture): string {
  const stem = digest(source, 10);
  return `ami-0${stem}${digest(`${stem} ${architecture}`, 6)}`;
}

/** The architecture of a simulated AMI; undefined for an id that the simulator did not give out. */
export function architectureOfImage(id: string): Architecture | undefined {
  const stem = id.slice(5, 15);
  return (["x86_64", "arm64"] as const).find((architecture) => id === `ami-0${stem}${digest(`${stem} ${architecture}`, 6)}`);
}

/** The architecture that a name says: of an AMI, a pattern for one, or a public parameter. */
export function architectureInName(name: string): Architecture {
  return /arm64|aarch64/.test(name) ? "arm64" : "x86_64";
}

// Families that have been on sale for years; of the others nothing is claimed.
const X86 = /^(?:t[23]a?|[mcr][4-7](?:i|a|n|d|id|in|ad|an|zn|dn|idn|i-flex)?|[mcr]5\w*)\.\w+$/;
const ARM = /^(?:a1|t4g|[mcr][6-8]g[dnb]?|x2gd|im4gn|is4gen|i[478]g|g5g|hpc7g)\.\w+$/;

/** The architecture of an instance type; undefined when its family is not known for certain. */
export function architectureOfInstanceType(type: string): Architecture | undefined {
  if (ARM.test(type)) return "arm64";
  return X86.test(type) ? "x86_64" : undefined;
}
