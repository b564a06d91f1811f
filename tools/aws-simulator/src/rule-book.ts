import { containsUnknown, ProviderError, UserError } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import type { CompiledDefinition } from "./compiled-definition";
import { valuesAt } from "./property-path";
import type { ResourceContext } from "./resource-context";
import type { Refusal, Rule } from "./rule";

/** Why each switched-off rule is off, by the rule's id. */
export type DisabledRules = Readonly<Record<string, string>>;

/** AWS's refusal, with the rule of the simulator that found it. */
export class RefusedByAws extends ProviderError {
  /** By it the rule can be switched off. */
  readonly ruleId: string;

  constructor(ruleId: string, refusal: Refusal, remedy: string) {
    super(refusal.code, refusal.message, `${refusal.remedy ?? remedy} (rule ${ruleId})`);
    this.name = "RefusedByAws";
    this.ruleId = ruleId;
  }
}

/** Asks the rules of a type and throws the first refusal. */
export class RuleBook {
  readonly #disabled: DisabledRules;

  /** @throws UserError when a rule is switched off that there is not, or without a reason. */
  constructor(disabled: DisabledRules, isRule: (id: string) => boolean) {
    for (const [id, reason] of Object.entries(disabled)) {
      if (!isRule(id)) throw new UserError(`There is no rule "${id}" to switch off: listRules() names them all.`);
      if (reason.trim() === "") throw new UserError(`The rule "${id}" is switched off without a reason: say why.`);
    }
    this.#disabled = disabled;
  }

  isDisabled(ruleId: string): boolean {
    return Object.hasOwn(this.#disabled, ruleId);
  }

  /** @throws RefusedByAws for the first rule that refuses the request. */
  ask(compiled: CompiledDefinition, context: ResourceContext): void {
    const operation = context.object === undefined ? "create" : "update";
    for (const rule of compiled.rules) {
      if (rule.on !== undefined && rule.on !== operation) continue;
      if (context.preview && (rule.deploymentOnly === true || readsUnknown(rule, context.inputs))) continue;
      if (this.isDisabled(rule.id)) continue;
      const refusal = rule.refuse(context);
      if (refusal !== undefined) throw new RefusedByAws(rule.id, refusal, rule.remedy);
    }
  }

  /** @throws RefusedByAws unless the rule is switched off. */
  refuse(ruleId: string, refusal: Refusal | undefined, remedy: string): void {
    if (refusal !== undefined && !this.isDisabled(ruleId)) throw new RefusedByAws(ruleId, refusal, remedy);
  }
}

function readsUnknown(rule: Rule, inputs: PropertyMap): boolean {
  return rule.reads.some((path) => valuesAt(inputs, path).some(({ value }) => containsUnknown(value)));
}
