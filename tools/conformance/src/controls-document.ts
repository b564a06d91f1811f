import type { ConformanceReport, Outcome, Verdict } from "./check-conformance";
import { metByNoOther } from "./met-by-no-other";
import { tensions } from "./tensions";
import { controlsNotYetJudged, runtimeControls } from "./unjudged-controls";

const HEADER = `# Controls

What the published controls of AWS, CIS and the common scanners say of this stack, by default. Written by
\`npm run controls -w @org/conformance\`; a test of the stack compares it.

- **pass**: every resource that the control is about meets it.
- **exception**: at least one does not, on purpose; the reason stands beside it.
- **n/a**: the stack has nothing that the control is about, or it is not a stack's to set.

*production* is the stack as it is without configuration; *full production* has besides what takes a decision of its owner:
a domain name, an internal load balancer, the settings of the account, a year of events; *ephemeral* is a stack that comes
and goes.
`;

/** Reports of the same rules, each by the title of its column, in the order of the columns. */
export type TitledReports = Readonly<Record<string, ConformanceReport>>;

/** What became of one control in each column. */
interface Row {
  readonly control: string;
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** Of each control: what became of it in each of the reports, and why. */
export function controlsDocument(reports: TitledReports): string {
  const titles = Object.keys(reports);
  const rows = rowsOf(reports);
  const services = [...new Set(rows.map(serviceOf))].map((service) =>
    section(
      service,
      ["control", "severity", "requirement", ...titles, "why"],
      rows
        .filter((row) => serviceOf(row) === service)
        .map((row) => [code(row.control), aVerdict(row).severity, aVerdict(row).rule.requirement, ...outcomesOf(row), reasonsOf(row)]),
    ),
  );
  const parts = [HEADER.trimEnd(), totals(reports), differentiators(titles, rows), weighed(titles, rows), ...services, runtime()];
  return `${parts.join("\n\n")}\n`;
}

const WORDS: Readonly<Record<Outcome, string>> = { pass: "pass", fail: "fail", exception: "exception", "not applicable": "n/a" };
/** Service of the rules that no benchmark publishes. */
const STRUCTURE = "structure";
const OUTCOMES: readonly Outcome[] = ["pass", "exception", "not applicable", "fail"];

function rowsOf(reports: TitledReports): Row[] {
  const rows = new Map<string, Record<string, Verdict>>();
  for (const [title, { verdicts }] of Object.entries(reports)) {
    for (const verdict of verdicts) rows.set(verdict.control, { ...rows.get(verdict.control), [title]: verdict });
  }
  return [...rows].map(([control, verdicts]) => ({ control, verdicts }));
}

/** For what all verdicts of a control say alike. */
function aVerdict({ verdicts }: Row): Verdict {
  return Object.values(verdicts)[0];
}

function serviceOf(row: Row): string {
  return serviceOfVerdict(aVerdict(row));
}

function serviceOfVerdict({ rule }: Verdict): string {
  return rule.id.split("/")[0];
}

function outcomesOf({ verdicts }: Row): string[] {
  return Object.values(verdicts).map(({ outcome }) => WORDS[outcome]);
}

/** Each reason once, and which columns it is for when that is not all of them. */
function reasonsOf({ verdicts }: Row): string {
  const titles = new Map<string, string[]>();
  for (const [title, verdict] of Object.entries(verdicts)) {
    const reason = reasonOf(verdict);
    if (reason !== "") titles.set(reason, [...(titles.get(reason) ?? []), title]);
  }
  const columns = Object.keys(verdicts).length;
  return [...titles]
    .map(([reason, of]) => (of.length === columns ? reason : `${of.map((title) => `*${title}*`).join(", ")}: ${reason}`))
    .join("; ");
}

function reasonOf({ excepted, outcome, rule }: Verdict): string {
  if (excepted.length > 0) return [...new Set(excepted.map(({ exception }) => exception.reason))].join("; ");
  return outcome === "not applicable" ? (rule.because ?? "the stack has nothing that this is about") : "";
}

function differentiators(titles: readonly string[], rows: readonly Row[]): string {
  const text = `None of awsx, terraform-aws-modules and the AWS Solutions Constructs meets these with its defaults, though they cost
little.`;
  const own = rows.filter(({ control }) => metByNoOther.includes(control));
  return section(
    "What no other library meets by default",
    ["control", "requirement", ...titles, "why"],
    own.map((row) => [code(row.control), aVerdict(row).rule.requirement, ...outcomesOf(row), reasonsOf(row)]),
    text,
  );
}

function weighed(titles: readonly string[], rows: readonly Row[]): string {
  const text = "These cost money, a function or another control. Who weighs them otherwise finds here what decides.";
  const lines = Object.entries(tensions).map(([control, argument]) => {
    const row = rows.find((candidate) => candidate.control === control);
    if (row === undefined) return [code(control), "", ...titles.map(() => "not judged"), argument, runtimeControls[control] ?? ""];
    return [code(control), aVerdict(row).rule.requirement, ...outcomesOf(row), argument, reasonsOf(row)];
  });
  return section("What is weighed", ["control", "requirement", ...titles, "decided by", "why"], lines, text);
}

function totals(reports: TitledReports): string {
  const count = ({ verdicts }: ConformanceReport, own: boolean, outcome?: Outcome) =>
    verdicts.filter((verdict) => (serviceOfVerdict(verdict) === STRUCTURE) === own && (outcome ?? verdict.outcome) === verdict.outcome).length;
  const cells = (outcome?: Outcome) =>
    Object.values(reports).flatMap((report) => [count(report, false, outcome), count(report, true, outcome)].map(String));
  return [
    section(
      "Totals",
      ["", ...Object.keys(reports).flatMap((title) => [`${title}: published controls`, "own rules"])],
      [...OUTCOMES.map((outcome) => [WORDS[outcome], ...cells(outcome)]), ["judged", ...cells()]],
    ),
    "",
    `Not judged before the stack runs: ${Object.keys(runtimeControls).length}. Without a rule yet: ${controlsNotYetJudged.length}.`,
  ].join("\n");
}

function runtime(): string {
  const rows = Object.entries(runtimeControls).map(([control, reason]) => [code(control), reason]);
  return section("Not judged before the stack runs", ["control", "why"], rows);
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[], text?: string): string {
  const line = (cells: readonly string[]) => `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
  const table = [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)];
  return [`## ${title}`, ...(text === undefined ? [] : [text]), table.join("\n")].join("\n\n");
}

function code(control: string): string {
  return `\`${control}\``;
}
