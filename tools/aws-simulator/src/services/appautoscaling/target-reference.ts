import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";

/** A policy or a scheduled action needs the scalable target that it moves. */
export function targetRegistered(id: string): Rule {
  return {
    id,
    source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html",
    cause: "The resource has to be registered as a scalable target first.",
    remedy: "Make an aws.appautoscaling.Target of the same resource and dimension, and use its outputs.",
    deploymentOnly: true,
    reads: ["resourceId", "scalableDimension", "serviceNamespace"],
    refuse(context) {
      if (isRegistered(context)) return undefined;
      const { serviceNamespace, resourceId, scalableDimension } = context.inputs;
      return {
        code: "ObjectNotFoundException",
        message: `No scalable target registered for service namespace: ${String(serviceNamespace)}, resource ID: ${String(resourceId)}, scalable dimension: ${String(scalableDimension)}`,
      };
    },
  };
}

function isRegistered(context: ResourceContext): boolean {
  return context
    .objectsOf("aws:appautoscaling/target:Target")
    .some(({ outputs }) => ["resourceId", "scalableDimension", "serviceNamespace"].every((property) => outputs[property] === context.inputs[property]));
}
