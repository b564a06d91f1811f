import type { Verdict } from "./check-conformance";

interface Judged {
  readonly verdicts: readonly Pick<Verdict, "control" | "outcome">[];
}

/** Of these controls those that no report passes, each with what the reports say of it. */
export function unmetControls(controls: readonly string[], reports: readonly Judged[]): string[] {
  return controls.flatMap((control) => {
    const verdicts = reports.flatMap((report) => report.verdicts.filter((verdict) => verdict.control === control));
    const outcomes = new Set(verdicts.map(({ outcome }) => outcome));
    if (outcomes.has("pass")) return [];
    return [`${control}: ${[...outcomes].join(", ") || "no rule judges it"}`];
  });
}
