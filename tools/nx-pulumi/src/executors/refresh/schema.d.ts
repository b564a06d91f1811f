/** Reads what really exists and brings the state in line with it. */
export interface RefreshExecutorOptions {
  /** The stack to work on; set by the configuration (-c local). */
  readonly stack?: string;
  /** Limits the run to this URN, in which ** stands for anything; may be repeated. */
  readonly target?: string | readonly string[];
  /** Also shows every property of what is created, changed, replaced and deleted. */
  readonly diff?: boolean;
  /** Goes ahead without asking. */
  readonly yes?: boolean;
  /** Writes one JSON object to stdout and nothing else; progress goes to stderr. */
  readonly json?: boolean;
  /** Writes the JSON object to this file, whatever else is printed. */
  readonly out?: string;
  /** Shows this text. */
  readonly help?: boolean;
  /** Which engine runs the stack; by default offline for the stacks in offlineStacks, pulumi for all others. */
  readonly engine?: "offline" | "pulumi";
  /** Stacks that run offline against the simulated AWS; set by the plugin. */
  readonly offlineStacks?: readonly string[];
}
