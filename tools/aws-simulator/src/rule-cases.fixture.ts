import { refusalOf } from "./simulated-account.fixture";
import type { ExpectedRefusal } from "./simulated-account.fixture";
import { Landscape } from "./services/landscape.fixture";
import type { ResourceDefinition } from "./resource-definition";
import { listRules } from "./rule-list";

/** One thing that AWS refuses, and its neighbour that AWS takes. */
export interface RuleCase extends ExpectedRefusal {
  readonly bad: (landscape: Landscape) => unknown;
  readonly good: (landscape: Landscape) => unknown;
}

/** Ids that AWS draws become stars. */
function withoutIds(text: string): string {
  return text.replace(/\b([a-z]+)-0[0-9a-f]{16}\b/g, "$1-*").replace(/\b[0-9a-f]{16}\b/g, "*");
}

/** Tests each case, and that each rule of these types that is not about names or references has one. */
export function testRules(cases: readonly RuleCase[], definitions: readonly ResourceDefinition[]): void {
  test.each(cases.map((each, index) => ({ ...each, title: `${each.rule}: ${each.message} (${index})` })))("$title", ({ rule, code, message, remedy, bad, good }) => {
    const refusal = refusalOf(() => bad(new Landscape()));
    expect({ ...refusal, message: withoutIds(refusal.message), remedy: withoutIds(refusal.remedy) }).toEqual({ rule, code, message, remedy });
    // A switched-off rule refuses nothing.
    expect(() => bad(new Landscape({ disabledRules: { [rule]: "tried in a test" } }))).not.toThrow();
    expect(() => good(new Landscape())).not.toThrow();
  });

  test("each rule has a bad and a good case", () => {
    const generated = /-(?:exists|holds|name-legal)$|^aws\//;
    const rules = listRules(definitions).map(({ id }) => id).filter((id) => !generated.test(id) || cases.some(({ rule }) => rule === id));
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(rules);
  });
}
