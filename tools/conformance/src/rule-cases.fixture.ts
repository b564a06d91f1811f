import type { DeployRun, PropertyMap, PropertyValue, ResourceState } from "@org/offline-engine";
import { checkConformance, type Outcome } from "./check-conformance";
import type { Rule } from "./rule";

/** Type, properties and what else the state of a resource says. */
export type ResourceCase = readonly [type: string, properties: PropertyMap, state?: Partial<ResourceState>];

type StackCase = readonly ResourceCase[];

interface Cases {
  /** A stack that meets the rule. */
  readonly good: StackCase;
  /** A stack that breaks it. */
  readonly bad: StackCase;
  /** More stacks that do not break it. */
  readonly alsoGood?: readonly StackCase[];
  /** More stacks that break it. */
  readonly alsoBad?: readonly StackCase[];
}

/** By the id of the rule. */
export type RuleCases = Readonly<Record<string, Cases>>;

/** Holds every rule against its two stacks. */
export function itJudges(rules: readonly Rule[], cases: RuleCases): void {
  it("has a case for each rule", () => {
    expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("%s passes what meets it and fails what breaks it", (id, rule) => {
    const { good, bad, alsoGood = [], alsoBad = [] } = cases[id];
    const outcomesOf = (resources: StackCase): Outcome[] =>
      checkConformance(runOf(resources), { rules: [{ ...rule, controls: { "test:control": "HIGH" } }] }).verdicts.map(
        (verdict) => verdict.outcome,
      );
    expect(outcomesOf(good)).toEqual(["pass"]);
    expect(outcomesOf(bad)).toEqual(["fail"]);
    expect(alsoGood.flatMap(outcomesOf).filter((outcome) => outcome === "fail")).toEqual([]);
    expect(alsoBad.flatMap(outcomesOf)).toEqual(alsoBad.map(() => "fail"));
  });
}

/** What a resource was given, where AWS has made more of it. */
export function given(inputs: PropertyMap): Partial<ResourceState> {
  return { inputs };
}

/** A value as it stands in a state when it is a secret. */
export function secret(value: PropertyValue): PropertyMap {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
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
