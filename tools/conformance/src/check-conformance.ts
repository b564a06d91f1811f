import type { DeployRun } from "@org/offline-engine";
import { allRules } from "./all-rules";
import { DeployedStack, type DeployedStackOptions } from "./deployed-stack";
import { type Exception, exceptionFor } from "./exception";
import { recordedExceptions } from "./recorded-exceptions";
import type { Resource } from "./resource";
import type { Judgement, Rule, Severity } from "./rule";

export type Outcome = "pass" | "fail" | "exception" | "not applicable";

/** What became of one control. */
export interface Verdict {
  readonly control: string;
  readonly severity: Severity;
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** Logical names of the resources that meet it. */
  readonly passed: readonly string[];
  /** Logical names of the resources that break it without an exception. */
  readonly failed: readonly string[];
  /** Resources that break it with an exception. */
  readonly excepted: readonly { readonly resource: string; readonly exception: Exception }[];
}

export interface ConformanceReport {
  /** One for every control that the rules judge. */
  readonly verdicts: readonly Verdict[];
  /** One line for each resource that breaks a control, empty when all is well. */
  readonly failures: readonly string[];
  readonly totals: Readonly<Record<Outcome, number>>;
  /** Exceptions that nothing needs. */
  readonly unusedExceptions: readonly Exception[];
}

export interface ConformanceOptions extends DeployedStackOptions {
  /** Besides the exceptions that the design records. */
  readonly exceptions?: readonly Exception[];
  /** Logical names of what a test set up around the component; it is seen by the rules, not judged. */
  readonly surroundings?: RegExp;
  /** @default all */
  readonly rules?: readonly Rule[];
}

/** Judges every control on what a run has deployed. */
export function checkConformance(run: DeployRun, options: ConformanceOptions = {}): ConformanceReport {
  const { exceptions = [], surroundings, rules = allRules } = options;
  const stack = new DeployedStack(run, options);
  const judged = stack.resources.filter(({ name, type }) => !isOfThePlatform(type) && surroundings?.test(name) !== true);
  const known = [...exceptions, ...recordedExceptions];
  const verdicts = rules.flatMap((rule) => verdictsOf(rule, judged, stack, known));
  const used = new Set(verdicts.flatMap(({ excepted }) => excepted.map(({ exception }) => exception)));
  return {
    verdicts,
    failures: verdicts.flatMap(failureLines),
    totals: totalsOf(verdicts),
    unusedExceptions: known.filter((exception) => !used.has(exception)),
  };
}

function verdictsOf(rule: Rule, resources: readonly Resource[], stack: DeployedStack, exceptions: readonly Exception[]): Verdict[] {
  const subjects = resources.filter((resource) => isSubject(rule, resource));
  const judgements = subjects.map((resource): [Resource, Judgement] => [resource, rule.judge(resource, stack)]);
  const passed = judgements.filter(([, judgement]) => judgement === true).map(([{ name }]) => name);
  const broken = judgements.filter(([, judgement]) => judgement === false).map(([resource]) => resource);
  return Object.entries(rule.controls).map(([control, severity]) => {
    const found = broken.map((resource) => ({ resource: resource.name, exception: exceptionFor(exceptions, control, resource) }));
    const failed = found.filter(({ exception }) => exception === undefined).map(({ resource }) => resource);
    const excepted = found.flatMap(({ resource, exception }) => (exception === undefined ? [] : [{ resource, exception }]));
    const meets = passed.length > 0 || (subjects.length === 0 && rule.without === "pass");
    const outcome = failed.length > 0 ? "fail" : excepted.length > 0 ? "exception" : meets ? "pass" : "not applicable";
    return { control, severity, rule, outcome, passed, failed, excepted };
  });
}

function isSubject({ subjects }: Rule, { type, state }: Resource): boolean {
  if (subjects === "every") return state.custom;
  if (subjects === "component") return !state.custom;
  return subjects.includes(type);
}

function isOfThePlatform(type: string): boolean {
  return type === "pulumi:pulumi:Stack" || type.startsWith("pulumi:providers:");
}

function failureLines({ control, severity, rule, failed }: Verdict): string[] {
  return failed.map((resource) => `${control} (${severity}) ${resource}: ${rule.requirement}`);
}

function totalsOf(verdicts: readonly Verdict[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return { pass: count("pass"), fail: count("fail"), exception: count("exception"), "not applicable": count("not applicable") };
}
