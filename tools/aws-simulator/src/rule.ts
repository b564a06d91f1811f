import type { PropertyPath } from "./property-path";
import type { ResourceContext } from "./resource-context";

/** What AWS answers when it refuses a request. */
export interface Refusal {
  /** AWS's error code, for example `InvalidSubnet.Conflict`. */
  readonly code: string;
  /** AWS's message, with the values of the request. */
  readonly message: string;
  /** What the user can do; absent when the rule's own remedy says it. */
  readonly remedy?: string;
}

/** One thing that AWS refuses. A rule that is not sure does not refuse. */
export interface Rule {
  /** `<service>/<kebab-case sentence>`, unique; rules are switched off by it. */
  readonly id: string;
  /** Where AWS says so: a documentation page, or the thread of a user who met it. */
  readonly source: string;
  /** Why AWS refuses it, one sentence. */
  readonly cause: string;
  /** What the user can do, one sentence. */
  readonly remedy: string;
  /**
   * Inputs that the rule reads. While any of them, or anything in it, is unknown the rule is not asked.
   * A rule that reads the world through an id lists the input that carries the id.
   */
  readonly reads: readonly PropertyPath[];
  /** Asked in these operations only. @default both */
  readonly on?: "create" | "update";
  /**
   * The answer depends on objects that an earlier step of the same run may add to or take from the world
   * (a policy, a name), so a preview cannot know it and does not ask.
   */
  readonly deploymentOnly?: true;
  refuse(context: ResourceContext): Refusal | undefined;
}
