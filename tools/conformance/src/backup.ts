import type { DeployedStack } from "./deployed-stack";
import type { Properties } from "./properties";
import type { Resource } from "./resource";

const selectionType = "aws:backup/selection:Selection";
const tagPrefix = "aws:ResourceTag/";

/**
 * Whether a backup plan of the stack takes the resource: a selection names its ARN or a pattern of it, or one of its
 * tags, does not exclude it, and has no condition that it fails. AWS Backup knows no resource by its name.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
 */
export function isBackedUp(resource: Resource, stack: DeployedStack): boolean {
  return stack.of(selectionType).some((selection) => takes(selection, resource));
}

function takes(selection: Resource, resource: Resource): boolean {
  const arn = resource.text("arn");
  if (arn === "" || selection.texts("notResources").some((pattern) => matches(pattern, arn))) return false;
  const isNamed =
    selection.texts("resources").some((pattern) => matches(pattern, arn)) ||
    selection.parts("selectionTags").some((tag) => tag.has("key") && hasTag(resource, tag, isEqual));
  return isNamed && selection.parts("conditions").every((conditions) => meets(resource, conditions));
}

/** Every condition of every kind has to hold. */
function meets(resource: Resource, conditions: Properties): boolean {
  const all = (kind: string, holds: (test: Properties) => boolean) => conditions.parts(kind).every(holds);
  return (
    all("stringEquals", (test) => hasTag(resource, test, isEqual)) &&
    all("stringLikes", (test) => hasTag(resource, test, matches)) &&
    all("stringNotEquals", (test) => !hasTag(resource, test, isEqual)) &&
    all("stringNotLikes", (test) => !hasTag(resource, test, matches))
  );
}

/** Whether the tag that a test names has the value that it asks for. Tags may have dots in their names. */
function hasTag(resource: Resource, test: Properties, compare: (wanted: string, value: string) => boolean): boolean {
  const key = test.text("key");
  const name = key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : key;
  return resource.parts("tagsAll").some(({ map }) => typeof map[name] === "string" && compare(test.text("value"), map[name]));
}

function isEqual(wanted: string, value: string): boolean {
  return wanted === value;
}

/** `*` stands for anything; the rest is meant as it is written. */
function matches(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}
