import type { Rule } from "../../rule";

export const groupTags: Rule = {
  id: "autoscaling/group-tags",
  controls: { "CKV_AWS_153": "LOW" },
  requirement: "Groups are tagged, and so is what they launch.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource) => resource.parts("tags").some((tag) => tag.isTrue("propagateAtLaunch")),
};
