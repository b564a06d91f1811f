import type { Rule } from "../../rule";

export const severalInstanceTypes: Rule = {
  id: "autoscaling/several-instance-types",
  controls: { "FSBP:AutoScaling.6": "MEDIUM" },
  requirement: "Groups can launch more than one instance type.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource) =>
    new Set(resource.texts("mixedInstancesPolicy.launchTemplate.overrides.instanceType")).size >= 2 ||
    resource.has("mixedInstancesPolicy.launchTemplate.overrides.instanceRequirements"),
};
