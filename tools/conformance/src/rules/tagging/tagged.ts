import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

const REQUIRED = ["Project", "Environment", "ManagedBy"];

export const tagged: Rule = {
  id: "tagging/tagged",
  controls: { "SecHub:Tagging": "LOW" },
  requirement: "Everything that takes tags says of which project and environment it is, and what manages it.",
  subjects: "every",
  judge: (resource) => (isTaggable(resource) ? REQUIRED.every((key) => tagOf(resource, key) !== "") : undefined),
};

const GROUP = "aws:autoscaling/group:Group";

/** The provider gives what takes tags the property `tagsAll`; an Auto Scaling group has a list of its own form. */
function isTaggable({ type, map }: Resource): boolean {
  return type === GROUP || Object.hasOwn(map, "tagsAll");
}

function tagOf(resource: Resource, key: string): string {
  if (resource.type !== GROUP) return resource.text(`tagsAll.${key}`);
  return resource.parts("tags").find((tag) => tag.text("key") === key)?.text("value") ?? "";
}
