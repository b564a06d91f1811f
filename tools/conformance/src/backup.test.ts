import type { PropertyMap } from "@org/offline-engine";
import { isBackedUp } from "./backup";
import { DeployedStack } from "./deployed-stack";
import { runOf } from "./rule-cases.fixture";

const TABLE = "aws:dynamodb/table:Table";
const arn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const table = { arn, name: "orders", id: "orders", tagsAll: { Backup: "daily", "shop.team": "one" } };

/** Whether the table is backed up by these selections. */
function backedUp(...selections: readonly PropertyMap[]): boolean {
  const stack = new DeployedStack(runOf([[TABLE, table], ...selections.map((selection) => ["aws:backup/selection:Selection", selection] as const)]));
  return isBackedUp(stack.of(TABLE)[0], stack);
}

describe("a resource is backed up", () => {
  it.each<[string, PropertyMap]>([
    ["by its ARN", { resources: ["arn:aws:dynamodb:us-east-1:123456789012:table/users", arn] }],
    ["by a pattern of its ARN", { resources: ["arn:aws:dynamodb:*:*:table/*"] }],
    ["with everything", { resources: ["*"] }],
    ["by one of several tags", { selectionTags: [{ key: "Backup", value: "weekly" }, { key: "Backup", value: "daily" }] }],
    ["by a tag whose name has a dot", { selectionTags: [{ key: "shop.team", value: "one" }] }],
    [
      "under conditions that it meets",
      {
        resources: ["*"],
        conditions: [
          {
            stringEquals: [{ key: "aws:ResourceTag/Backup", value: "daily" }],
            stringLikes: [{ key: "aws:ResourceTag/Backup", value: "da*" }],
            stringNotEquals: [{ key: "aws:ResourceTag/Backup", value: "never" }],
            stringNotLikes: [{ key: "aws:ResourceTag/Backup", value: "ne*" }],
          },
        ],
      },
    ],
    ["although another one is left out", { resources: ["*"], notResources: ["arn:aws:dynamodb:*:*:table/users"] }],
  ])("%s", (_title, selection) => {
    expect(backedUp(selection)).toBe(true);
    expect(backedUp({ resources: ["arn:none"] }, selection)).toBe(true);
  });
});

describe("a resource is not backed up", () => {
  it.each<[string, PropertyMap]>([
    ["by its name, which AWS Backup does not know", { resources: ["orders"] }],
    ["by another ARN that begins like its own", { resources: [`${arn}-archive`] }],
    ["by an ARN with a dot where another character stands", { resources: [arn.replace("table/", "table.")] }],
    ["by nothing", {}],
    ["by a tag of another value", { selectionTags: [{ key: "Backup", value: "weekly" }] }],
    ["by a tag that it does not have", { selectionTags: [{ key: "Owner", value: "" }] }],
    ["by a test without a key", { selectionTags: [{ value: "daily" }] }],
    ["where it is left out", { resources: ["*"], notResources: ["arn:aws:dynamodb:*:*:table/or*"] }],
    ["by conditions alone", { conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Backup", value: "daily" }] }] }],
    ["where it has another value", { resources: ["*"], conditions: [{ stringEquals: [{ key: "aws:ResourceTag/Backup", value: "weekly" }] }] }],
    ["where its value has another form", { resources: ["*"], conditions: [{ stringLikes: [{ key: "aws:ResourceTag/Backup", value: "we*" }] }] }],
    ["where its value is excluded", { resources: ["*"], conditions: [{ stringNotEquals: [{ key: "aws:ResourceTag/Backup", value: "daily" }] }] }],
    ["where the form of its value is excluded", { resources: ["*"], conditions: [{ stringNotLikes: [{ key: "aws:ResourceTag/Backup", value: "da*" }] }] }],
  ])("%s", (_title, selection) => {
    expect(backedUp(selection)).toBe(false);
  });

  it("without a selection", () => {
    expect(backedUp()).toBe(false);
  });
});
