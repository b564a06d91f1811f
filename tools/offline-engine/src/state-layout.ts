import { join } from "node:path";
import { UserError } from "./engine";

/** The only organization that Pulumi's file backend knows. */
export const ORGANIZATION = "organization";

/** Where the files of one stack are: Pulumi's file backend (pkg/backend/diy) below `.pulumi`, our own beside it. */
export interface StateLayout {
  readonly meta: string;
  readonly legacyStacks: string;
  /** The checkpoint; Pulumi keeps the one before it under the same name with `.bak`. */
  readonly checkpoint: string;
  readonly historyFolder: string;
  readonly backupFolder: string;
  readonly lockFolder: string;
  /** Outside `.pulumi`, so that Pulumi's own CLI never meets a file that it does not know. */
  readonly journal: string;
  /** Where a file is prepared that then appears at its place in one step. */
  readonly scratchFolder: string;
  /** As checkpoints and stack references name the stack. */
  readonly qualifiedName: string;
}

const NAME = /^[A-Za-z0-9_.-]{1,100}$/;

/** @throws UserError when a name could not be a file's name in Pulumi's layout. */
export function stateLayout(root: string, project: string, stack: string): StateLayout {
  checkName("project", project);
  checkName("stack", stack);
  const pulumi = join(root, ".pulumi");
  const journals = join(root, "journal", project);
  return {
    meta: join(pulumi, "meta.yaml"),
    legacyStacks: join(pulumi, "stacks"),
    checkpoint: join(pulumi, "stacks", project, `${stack}.json`),
    historyFolder: join(pulumi, "history", project, stack),
    backupFolder: join(pulumi, "backups", project, stack),
    lockFolder: join(pulumi, "locks", ORGANIZATION, project, stack),
    journal: join(journals, `${stack}.jsonl`),
    scratchFolder: journals,
    qualifiedName: `${ORGANIZATION}/${project}/${stack}`,
  };
}

function checkName(kind: "project" | "stack", name: string): void {
  if (NAME.test(name) && name !== "." && name !== "..") return;
  throw new UserError(
    `the ${kind} name ${JSON.stringify(name)} is not valid: use 1 to 100 letters, digits, hyphens, underscores and periods`,
  );
}
