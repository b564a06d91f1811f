import type { ResourceRow } from "./run-digest";

/** One line of the tree. */
export interface TreeLine {
  /** The branches in front of the type: `│  ├─ `. */
  readonly branch: string;
  readonly row: ResourceRow;
}

/** Whether anything happens to the resource: a mere look at it does not count once it is over. */
export function isActive({ op, status, metadata }: ResourceRow): boolean {
  if (status === "failed") return true;
  if (op === "same") return false;
  if (op !== "refresh") return true;
  return status === "running" || Object.keys(metadata.detailedDiff ?? {}).length > 0 || (metadata.diffs?.length ?? 0) > 0;
}

/** The rows as a tree of parents and children, in order of appearance: the active ones and what they hang on. */
export function treeLines(rows: ReadonlyMap<string, ResourceRow>): TreeLine[] {
  const kept = withAncestors(rows);
  const children = new Map<string | undefined, ResourceRow[]>();
  for (const row of rows.values()) {
    if (!kept.has(row.urn)) continue;
    const parent = row.parent !== undefined && kept.has(row.parent) ? row.parent : undefined;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [row]);
    else siblings.push(row);
  }
  const lines: TreeLine[] = [];
  const visit = (row: ResourceRow, indent: string, branch: string): void => {
    lines.push({ branch: indent + branch, row });
    const below = children.get(row.urn) ?? [];
    const deeper = branch === "" ? "" : indent + (branch === "└─ " ? "   " : "│  ");
    below.forEach((child, index) => visit(child, deeper, index === below.length - 1 ? "└─ " : "├─ "));
  };
  for (const root of children.get(undefined) ?? []) visit(root, "", "");
  return lines;
}

/** URNs of the active rows and of their ancestors. */
function withAncestors(rows: ReadonlyMap<string, ResourceRow>): Set<string> {
  const kept = new Set<string>();
  for (const row of rows.values()) {
    if (!isActive(row)) continue;
    for (let at: ResourceRow | undefined = row; at !== undefined && !kept.has(at.urn); ) {
      kept.add(at.urn);
      at = at.parent === undefined ? undefined : rows.get(at.parent);
    }
  }
  return kept;
}
