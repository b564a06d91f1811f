import { defineResource } from "../../resource-definition";
import { targetRegistered } from "./target-reference";

export const policy = defineResource({
  type: "aws:appautoscaling/policy:Policy",
  defaults: { policyType: "StepScaling" },
  // A policy of the same name is overwritten.
  name: {},
  rules: [targetRegistered("appautoscaling/policy-target-registered")],
  create(context) {
    const { identifiers } = context;
    const name = context.text("name") ?? "";
    const service = context.text("serviceNamespace") ?? "";
    const resource = `${service}/${context.text("resourceId")}`;
    const tracking = context.inputs["policyType"] === "TargetTrackingScaling";
    const alarm = (kind: string): string => context.arn("cloudwatch", `alarm:TargetTracking-${context.text("resourceId")}-Alarm${kind}-${identifiers.uuid()}`);
    return {
      // The form that an import takes: the reads and the writes of a table may have policies of the same name.
      id: `${resource}/${context.text("scalableDimension")}/${name}`,
      arn: context.arn("autoscaling", `scalingPolicy:${identifiers.uuid()}:resource/${resource}:policyName/${name}`),
      outputs: { alarmArns: tracking ? [alarm("High"), alarm("Low")] : [] },
    };
  },
});
