import type { DeployedStack } from "./deployed-stack";
import type { Resource } from "./resource";

/** As the source of the control publishes it; ERROR and WARN are the levels of cdk-nag, UNKNOWN means that none is published. */
export type Severity = "CRITICAL" | "HIGH" | "ERROR" | "MEDIUM" | "WARN" | "LOW" | "UNKNOWN";

/** `undefined`: the rule does not apply to this resource. */
export type Judgement = boolean | undefined;

/** One requirement and how to see whether a deployed resource meets it. */
export interface Rule {
  /** `<service>/<name of its file>`. */
  readonly id: string;
  /** The published controls that this judges, with their severities. */
  readonly controls: Readonly<Record<string, Severity>>;
  /** One sentence. */
  readonly requirement: string;
  /** Types of the resources that are judged; "every" asks for all but components, "component" for those. */
  readonly subjects: readonly string[] | "every" | "component";
  /**
   * What a stack without any subject means: for a rule that forbids a type that it passes.
   * @default "not applicable"
   */
  readonly without?: "pass" | "not applicable";
  /** Why the rule does not apply to a stack without subjects. @default "the stack has no such resource" */
  readonly because?: string;
  judge(subject: Resource, stack: DeployedStack): Judgement;
}
