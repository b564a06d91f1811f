import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The workspace that these tests belong to. */
const workspace = join(__dirname, "..", "..", "..");

/**
 * A fresh clone as a new user has it after `npm ci`: what git tracks (uncommitted changes included), committed, with the
 * installed modules. It holds no build, no cache and no state.
 */
export function cloneWorkspace(): string {
  const clone = mkdtempSync(join(tmpdir(), "org-infra-"));
  const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: workspace,
    encoding: "utf8",
  });
  const deleted = new Set(git(workspace, "ls-files", "-z", "--deleted").split("\0"));
  for (const file of tracked.split("\0").filter((name) => name !== "" && !deleted.has(name))) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(workspace, file), join(clone, file));
  }
  installModules(clone);
  git(clone, "init", "--quiet", "--initial-branch=main");
  commitAll(clone, "The workspace as it is");
  return clone;
}

/** Commits everything in a clone. */
export function commitAll(clone: string, message: string): void {
  git(clone, "add", "--all");
  git(clone, "-c", "user.name=Acceptance", "-c", "user.email=acceptance@example.com", "commit", "--quiet", "-m", message);
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd, encoding: "utf8" });
}

/** Links the packages file by file: the workspace's own links in node_modules are relative, so they lead into the clone. */
function installModules(clone: string): void {
  const from = join(workspace, "node_modules");
  const to = join(clone, "node_modules");
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    // Another file system cannot be linked into.
    execFileSync("cp", ["-a", from, to]);
  }
}
