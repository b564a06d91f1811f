import { catalogue } from "./catalogue";
import { generatedRules, holdRuleId } from "./generated-rules";
import type { ResourceDefinition } from "./resource-definition";
import type { Rule } from "./rule";

/** A rule as a person reads it. */
export interface ListedRule extends Pick<Rule, "id" | "source" | "cause" | "remedy"> {
  /** Type tokens that it is asked for. */
  readonly types: readonly string[];
}

/** Asked for every taggable type. */
const tagRule: ListedRule = {
  id: "aws/tags-legal",
  types: ["*"],
  source: "https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html",
  cause: "A resource has at most 50 tags, with keys and values of limited length and characters.",
  remedy: "Change the tags.",
};

function rulesOf(definition: ResourceDefinition): Omit<ListedRule, "types">[] {
  const holds = (definition.references ?? [])
    .filter((reference) => reference.holds !== undefined)
    .map((reference) => ({
      id: holdRuleId(definition.type, reference),
      source: "the error list of the service's delete operation",
      cause: `What ${reference.path} names cannot be deleted before this.`,
      remedy: "Delete this first.",
    }));
  return [...generatedRules(definition), ...(definition.rules ?? []), ...(definition.deleteRules ?? []), ...holds];
}

/** Every rule of the simulator, or of some types, each once and by id. */
export function listRules(definitions: Iterable<ResourceDefinition> = catalogue.values()): ListedRule[] {
  const byId = new Map<string, ListedRule>([[tagRule.id, tagRule]]);
  for (const definition of definitions) {
    for (const { id, source, cause, remedy } of rulesOf(definition)) {
      byId.set(id, { id, source, cause, remedy, types: [...(byId.get(id)?.types ?? []), definition.type] });
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
