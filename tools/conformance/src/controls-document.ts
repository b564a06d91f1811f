import type { ConformanceReport, Outcome, Verdict } from "./check-conformance";
import { controlsNotYetJudged, runtimeControls } from "./unjudged-controls";

const HEADER = `# Controls

What the published controls of AWS, CIS and the common scanners say of this stack, by default. Written by
\`npm run controls -w @org/conformance\`; a test of the stack compares it.

- **pass**: every resource that the control is about meets it.
- **exception**: at least one does not, on purpose; the reason stands beside it.
- **n/a**: the stack has nothing that the control is about, or it is not a stack's to set.
`;

/** Of the stack: each control, what became of it in each profile, and why. */
export function controlsDocument(reports: Readonly<Record<"production" | "ephemeral", ConformanceReport>>): string {
  const { production, ephemeral } = reports;
  const inEphemeral = new Map(ephemeral.verdicts.map((verdict) => [verdict.control, verdict]));
  const services = [...new Set(production.verdicts.map(serviceOf))];
  const sections = services.map((service) => {
    const rows = production.verdicts
      .filter((verdict) => serviceOf(verdict) === service)
      .map((verdict) => row(verdict, inEphemeral.get(verdict.control) ?? verdict));
    return [`## ${service}`, "", ...TABLE, ...rows].join("\n");
  });
  return [HEADER, totals(reports), ...sections, runtime()].join("\n\n").replace(/\n{3,}/g, "\n\n") + "\n";
}

const TABLE = ["| control | severity | requirement | production | ephemeral | why |", "|---|---|---|---|---|---|"];
const WORDS: Readonly<Record<Outcome, string>> = { pass: "pass", fail: "fail", exception: "exception", "not applicable": "n/a" };
/** Service of the rules that no benchmark publishes. */
const STRUCTURE = "structure";
const OUTCOMES: readonly Outcome[] = ["pass", "exception", "not applicable", "fail"];

function serviceOf({ rule }: Verdict): string {
  return rule.id.split("/")[0];
}

function row(verdict: Verdict, ephemeral: Verdict): string {
  const { control, severity, rule, outcome } = verdict;
  const cells = [`\`${control}\``, severity, rule.requirement, WORDS[outcome], WORDS[ephemeral.outcome], reasonsOf(verdict, ephemeral)];
  return `| ${cells.join(" | ")} |`;
}

function reasonsOf(...verdicts: readonly Verdict[]): string {
  const excepted = verdicts.flatMap((verdict) => verdict.excepted.map(({ exception }) => exception.reason));
  if (excepted.length > 0) return [...new Set(excepted)].join("; ");
  const [{ outcome, rule }] = verdicts;
  return outcome === "not applicable" ? (rule.because ?? "the stack has nothing that this is about") : "";
}

function totals({ production, ephemeral }: Readonly<Record<"production" | "ephemeral", ConformanceReport>>): string {
  const count = ({ verdicts }: ConformanceReport, own: boolean, outcome?: Outcome) =>
    verdicts.filter((verdict) => (serviceOf(verdict) === STRUCTURE) === own && (outcome ?? verdict.outcome) === verdict.outcome).length;
  const cells = (outcome?: Outcome) =>
    [production, ephemeral].flatMap((report) => [count(report, false, outcome), count(report, true, outcome)]);
  const rows = OUTCOMES.map((outcome) => `| ${WORDS[outcome]} | ${cells(outcome).join(" | ")} |`);
  return [
    "## Totals",
    "",
    "| | production: published controls | own rules | ephemeral: published controls | own rules |",
    "|---|---|---|---|---|",
    ...rows,
    `| judged | ${cells().join(" | ")} |`,
    "",
    `Not judged before the stack runs: ${Object.keys(runtimeControls).length}. Without a rule yet: ${controlsNotYetJudged.length}.`,
  ].join("\n");
}

function runtime(): string {
  const rows = Object.entries(runtimeControls).map(([control, reason]) => `| \`${control}\` | ${reason} |`);
  return ["## Not judged before the stack runs", "", "| control | why |", "|---|---|", ...rows].join("\n");
}
