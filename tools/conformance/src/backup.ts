import type { DeployedStack } from "./deployed-stack";
import type { Resource } from "./resource";

/** Whether a backup plan of the stack takes the resource, by name or by tag. */
export function isBackedUp(resource: Resource, stack: DeployedStack): boolean {
  return stack
    .of("aws:backup/selection:Selection")
    .some(
      (selection) =>
        selection.refersTo("resources", resource) ||
        selection
          .parts("selectionTags")
          .some((tag) => tag.has("key") && resource.text(`tagsAll.${tag.text("key")}`) === tag.text("value")),
    );
}
