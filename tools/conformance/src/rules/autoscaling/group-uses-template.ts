import type { Rule } from "../../rule";

export const groupUsesTemplate: Rule = {
  id: "autoscaling/group-uses-template",
  controls: { "FSBP:AutoScaling.9": "MEDIUM" },
  requirement: "Groups launch from a template, not from a launch configuration.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource) =>
    !resource.has("launchConfiguration") && (resource.has("launchTemplate") || resource.has("mixedInstancesPolicy.launchTemplate")),
};
