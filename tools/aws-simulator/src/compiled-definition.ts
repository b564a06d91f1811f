import { generatedRules } from "./generated-rules";
import { serviceOf } from "./object-names";
import type { ResourceDefinition } from "./resource-definition";
import { schemaOf, unknownSchema } from "./resource-schema";
import type { ResourceSchema } from "./resource-schema";
import type { Rule } from "./rule";

/** A definition with everything that can be worked out once for its type. */
export interface CompiledDefinition {
  readonly definition: ResourceDefinition;
  readonly schema: ResourceSchema;
  /** The definition's rules, and those that follow from its name and references. */
  readonly rules: readonly Rule[];
  /** First part of the type token: `ec2`. */
  readonly service: string;
}

/** Works a definition out. */
export function compileDefinition(definition: ResourceDefinition): CompiledDefinition {
  return {
    definition,
    schema: schemaOf(definition.type, definition.schema) ?? unknownSchema,
    rules: [...generatedRules(definition), ...(definition.rules ?? [])],
    service: serviceOf(definition.type),
  };
}
