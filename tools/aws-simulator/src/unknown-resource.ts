import { serviceOf } from "./object-names";
import { defineResource } from "./resource-definition";
import type { ResourceDefinition } from "./resource-definition";
import { schemaOf } from "./resource-schema";

/**
 * What stands in for a type that the simulator does not know: its inputs are echoed, it gets an id and an ARN,
 * and nothing it asks for is refused.
 */
export function unknownResource(type: string): ResourceDefinition {
  const kind = type.slice(type.indexOf("/") + 1).split(":")[0] ?? type;
  return defineResource({
    type,
    schema: schemaOf(type) === undefined ? { outputs: "arn" } : {},
    create(context) {
      const id = `${context.logicalName}-${context.identifiers.hex(8)}`;
      return { id, arn: context.arn(serviceOf(type), `${kind}/${id}`) };
    },
  });
}

/** The warning that the first resource of such a type gives. */
export function unknownTypeWarning(type: string): string {
  return `${type} is not simulated: its inputs are taken as they are, and nothing that AWS might refuse is checked.`;
}
