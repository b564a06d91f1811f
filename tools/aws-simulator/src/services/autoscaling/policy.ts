import { defineResource } from "../../resource-definition";
import { valueAt } from "../../property-path";
import type { Rule } from "../../rule";
import { groupReference } from "./group-reference";

const API = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutScalingPolicy.html";
const METRIC = "targetTrackingConfiguration.predefinedMetricSpecification";

const configured: Rule = {
  id: "autoscaling/policy-configured",
  source: API,
  cause: "Each type of policy has a configuration of its own.",
  remedy: "Pass targetTrackingConfiguration, stepAdjustments, predictiveScalingConfiguration or scalingAdjustment, as policyType asks.",
  reads: ["policyType"],
  refuse({ inputs }) {
    const needs: Readonly<Record<string, string>> = {
      TargetTrackingScaling: "targetTrackingConfiguration",
      StepScaling: "stepAdjustments",
      PredictiveScaling: "predictiveScalingConfiguration",
      SimpleScaling: "scalingAdjustment",
    };
    const property = needs[String(inputs["policyType"])];
    if (property === undefined || inputs[property] !== undefined) return undefined;
    return { code: "ValidationError", message: `${property} is required for policy type ${String(inputs["policyType"])}` };
  },
};

const requestCountLabel: Rule = {
  id: "autoscaling/policy-resource-label",
  source: "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PredefinedMetricSpecification.html",
  cause: "The number of requests is counted for one target group of one load balancer, which resourceLabel names.",
  remedy: "Set resourceLabel to `${loadBalancer.arnSuffix}/${targetGroup.arnSuffix}`.",
  reads: [`${METRIC}.predefinedMetricType`, `${METRIC}.resourceLabel`],
  refuse({ inputs }) {
    if (valueAt(inputs, `${METRIC}.predefinedMetricType`) !== "ALBRequestCountPerTarget") return undefined;
    const label = valueAt(inputs, `${METRIC}.resourceLabel`);
    if (typeof label === "string" && /^app\/[^/]+\/[0-9a-f]{16}\/targetgroup\/[^/]+\/[0-9a-f]{16}$/.test(label)) return undefined;
    return { code: "ValidationError", message: `Invalid resource label: ${String(label ?? "")}` };
  },
};

export const policy = defineResource({
  type: "aws:autoscaling/policy:Policy",
  defaults: { enabled: true, policyType: "SimpleScaling" },
  comparisons: { stepAdjustments: "set" },
  // A policy of the same name is overwritten.
  name: {},
  references: [groupReference],
  rules: [configured, requestCountLabel],
  create(context) {
    const name = context.text("name") ?? "";
    const of = `autoScalingGroupName/${context.text("autoscalingGroupName")}:policyName/${name}`;
    return {
      // The form that an import takes: two groups may have a policy of the same name.
      id: `${context.text("autoscalingGroupName")}/${name}`,
      arn: context.arn("autoscaling", `scalingPolicy:${context.identifiers.uuid()}:${of}`),
      outputs: { metricAggregationType: context.inputs["metricAggregationType"] ?? (context.inputs["policyType"] === "StepScaling" ? "Average" : "") },
    };
  },
});
