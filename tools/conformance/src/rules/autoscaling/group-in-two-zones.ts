import type { Rule } from "../../rule";

export const groupInTwoZones: Rule = {
  id: "autoscaling/group-in-two-zones",
  controls: { "FSBP:AutoScaling.2": "MEDIUM" },
  requirement: "Groups stand in at least two availability zones.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource, stack) => stack.zonesOf(resource, "vpcZoneIdentifiers").length >= 2 || resource.texts("availabilityZones").length >= 2,
};
