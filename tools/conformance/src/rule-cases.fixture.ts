import type { DeployRun, PropertyMap, ResourceState } from "@org/offline-engine";
import { checkConformance, type Outcome } from "./check-conformance";
import type { Rule } from "./rule";

/** Type, properties and what else the state of a resource says. */
export type ResourceCase = readonly [type: string, properties: PropertyMap, state?: Partial<ResourceState>];

/** By the id of the rule: a stack that meets it and one that breaks it. */
export type RuleCases = Readonly<Record<string, { readonly good: readonly ResourceCase[]; readonly bad: readonly ResourceCase[] }>>;

/** Holds every rule against its two stacks. */
export function itJudges(rules: readonly Rule[], cases: RuleCases): void {
  it("has a case for each rule", () => {
    expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("%s passes what meets it and fails what breaks it", (id, rule) => {
    const outcomesOf = (resources: readonly ResourceCase[]): Outcome[] =>
      checkConformance(runOf(resources), { rules: [{ ...rule, controls: { "test:control": "HIGH" } }] }).verdicts.map(
        (verdict) => verdict.outcome,
      );
    expect(outcomesOf(cases[id].good)).toEqual(["pass"]);
    expect(outcomesOf(cases[id].bad)).toEqual(["fail"]);
  });
}

/** A run that has deployed the resources and nothing else. */
export function runOf(cases: readonly ResourceCase[]): DeployRun {
  const resources = cases.map(([type, properties, state], index) => ({
    urn: `urn:pulumi:dev::shop::${type}::resource-${index}`,
    type,
    custom: true,
    id: typeof properties.id === "string" ? properties.id : `id-${index}`,
    inputs: properties,
    outputs: properties,
    dependencies: [],
    propertyDependencies: {},
    ...state,
  }));
  const unused = (): never => {
    throw new Error("rules look at the resources of a run only");
  };
  return {
    resources,
    outputs: {},
    steps: [],
    state: { resources, pendingOperations: [] },
    failed: false,
    diagnostics: [],
    resource: unused,
    resourcesOf: unused,
  };
}

/** A policy document of these statements, as AWS holds it. */
export function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** Rules of a web ACL that use these managed groups of AWS. */
export function managed(...names: readonly string[]): PropertyMap[] {
  return names.map((name) => ({
    name,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
  }));
}

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
