import type { Rule } from "../../rule";

const VERSIONS = ["launchTemplate.version", "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.version"];

export const launchTemplateVersionPinned: Rule = {
  id: "structure/launch-template-version-pinned",
  controls: { "structure:launch-template-version-pinned": "ERROR" },
  requirement: "Groups name the version of their launch template, so that a change of it is a change of the group.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (group) => VERSIONS.some((path) => /^\d+$/.test(group.text(path))),
};
