import type { ResourceGoal } from "./resource-goal";
import { parseUrn } from "./urn";

/** What the run knows of a resource that the program has registered. */
export interface Registration {
  readonly urn: string;
  readonly goal: ResourceGoal;
  /** URNs that the resource may have had before. */
  aliases: readonly string[];
}

/** Every resource that the program has registered in this run. */
export class Registrations {
  readonly #byUrn = new Map<string, Registration>();

  get(urn: string | undefined): Registration | undefined {
    return urn === undefined ? undefined : this.#byUrn.get(urn);
  }

  has(urn: string): boolean {
    return this.#byUrn.has(urn);
  }

  urns(): Iterable<string> {
    return this.#byUrn.keys();
  }

  /**
   * @throws Error when the program registers the same URN twice, naming both places
   */
  add(urn: string, goal: ResourceGoal): Registration {
    const first = this.#byUrn.get(urn);
    if (first !== undefined) {
      throw new Error(
        `duplicate resource: ${describe(goal)} has the URN ${urn}, which ${describe(first.goal)} has already. ` +
          "Give one of them another name, or another parent",
      );
    }
    const registration: Registration = { urn, goal, aliases: [] };
    this.#byUrn.set(urn, registration);
    return registration;
  }

  /**
   * The goal with the options that children take over from their parent unless they say otherwise.
   * @throws Error when the parent has not been registered
   */
  inherit(goal: ResourceGoal, packageName: string): ResourceGoal {
    const parent = this.get(goal.parent)?.goal;
    if (parent === undefined) {
      if (goal.parent === undefined) return goal;
      throw new Error(
        `the parent of \`${goal.name}\` (${goal.type}) is not registered: ${goal.parent} ` +
          `(a ${parseUrn(goal.parent).qualifiedType})`,
      );
    }
    const protect = goal.protect ?? parent.protect;
    const retainOnDelete = goal.retainOnDelete ?? parent.retainOnDelete;
    const deletedWith = goal.deletedWith ?? parent.deletedWith;
    const provider = goal.provider ?? (goal.custom ? parent.providers[packageName] : undefined);
    return {
      ...goal,
      // What a component hands down, its children's children get too.
      providers: goal.custom ? goal.providers : { ...parent.providers, ...goal.providers },
      ...(protect !== undefined && { protect }),
      ...(retainOnDelete !== undefined && { retainOnDelete }),
      ...(deletedWith !== undefined && { deletedWith }),
      ...(provider !== undefined && { provider }),
    };
  }
}

function describe(goal: ResourceGoal): string {
  const position = goal.sourcePosition === undefined ? "" : ` at ${goal.sourcePosition}`;
  return `\`${goal.name}\` (${goal.type}${position})`;
}
