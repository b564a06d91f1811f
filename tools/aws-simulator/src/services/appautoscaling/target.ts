import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";

const API = "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html";

const bounds: Rule = {
  id: "appautoscaling/target-bounds",
  source: API,
  cause: "minCapacity is not above maxCapacity.",
  remedy: "Set minCapacity <= maxCapacity.",
  reads: ["minCapacity", "maxCapacity"],
  refuse(context) {
    const [min, max] = [context.number("minCapacity"), context.number("maxCapacity")];
    if (min === undefined || max === undefined || min <= max) return undefined;
    return { code: "ValidationException", message: "Maximum capacity cannot be less than minimum capacity" };
  },
};

const dimension: Rule = {
  id: "appautoscaling/target-dimension",
  source: API,
  cause: "The dimension belongs to the service.",
  remedy: "Use a dimension that begins with the service namespace: dynamodb:table:ReadCapacityUnits.",
  reads: ["scalableDimension", "serviceNamespace"],
  refuse(context) {
    const [name, service] = [context.text("scalableDimension"), context.text("serviceNamespace")];
    if (name === undefined || service === undefined || name.startsWith(`${service}:`)) return undefined;
    return { code: "ValidationException", message: `Unsupported service namespace, resource type or scalable dimension: ${service}, ${name}` };
  },
};

export const target = defineResource({
  type: "aws:appautoscaling/target:Target",
  rules: [bounds, dimension],
  create(context) {
    const { inputs } = context;
    const service = context.text("serviceNamespace") ?? "";
    const principal = `${service}.application-autoscaling.amazonaws.com`;
    return {
      // The form that an import takes: one table is two targets, its reads and its writes.
      id: `${service}/${context.text("resourceId")}/${context.text("scalableDimension")}`,
      arn: context.arn("application-autoscaling", `scalable-target/${context.identifiers.hex(26)}`),
      outputs: {
        roleArn:
          inputs["roleArn"] ??
          context.arn("iam", `role/aws-service-role/${principal}/AWSServiceRoleForApplicationAutoScaling_${roleSuffix(service)}`, { region: "" }),
        suspendedState: inputs["suspendedState"] ?? {
          dynamicScalingInSuspended: false,
          dynamicScalingOutSuspended: false,
          scheduledScalingSuspended: false,
        },
      },
    };
  },
});

const suffixes: Readonly<Record<string, string>> = { dynamodb: "DynamoDBTable", ecs: "ECSService", rds: "RDSCluster", lambda: "LambdaConcurrency" };

function roleSuffix(service: string): string {
  return suffixes[service] ?? service;
}
