import type { Rule } from "../../rule";

export const groupCooldown: Rule = {
  id: "autoscaling/group-cooldown",
  controls: { "AwsSolutions-AS1": "ERROR" },
  requirement: "Groups rest between two scalings.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource) => resource.text("defaultCooldown") !== "0",
};
