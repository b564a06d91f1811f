/** A control that a README says its package meets. */
export interface ClaimedControl {
  readonly control: string;
  /** What a user has to say for it; empty where it is met by default. */
  readonly takes: string;
}

const ROW = /^\| *(?<controls>[^|]+?) *\|[^|]*\| *(?<takes>[^|]*?) *\|$/gm;

/**
 * The rows `| Control | Requirement | Takes |` below the heading "Controls that it meets", one for each control.
 * @throws Error when there are none
 */
export function claimedControls(readme: string): ClaimedControl[] {
  const [, section = ""] = readme.split("\n## Controls that it meets\n");
  const [, , ...rows] = section.split("\n## ")[0].matchAll(ROW);
  if (rows.length === 0) throw new Error('the README has no table below "## Controls that it meets"');
  return rows.flatMap(({ groups: { controls = "", takes = "" } = {} }) =>
    controls.split(", ").map((control) => ({ control, takes })),
  );
}
