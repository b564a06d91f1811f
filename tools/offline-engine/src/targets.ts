import type { ResourceState } from "./resource-state";

/** The resources that a run is limited to; without any, all of them. */
export class Targets {
  readonly #patterns: readonly RegExp[];

  /** @param patterns URNs; `*` stands for any text without `:`, `**` for any text */
  constructor(patterns: readonly string[]) {
    this.#patterns = patterns.map(asExpression);
  }

  get everything(): boolean {
    return this.#patterns.length === 0;
  }

  includes(urn: string): boolean {
    return this.everything || this.#patterns.some((pattern) => pattern.test(urn));
  }

  /** Those of the states that are targets. */
  of(states: readonly ResourceState[]): readonly ResourceState[] {
    return this.everything ? states : states.filter(({ urn }) => this.includes(urn));
  }
}

function asExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^:]*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}
