import type { DeployedStack } from "../../deployed-stack";
import type { Rule } from "../../rule";

export const tableScales: Rule = {
  id: "dynamodb/table-scales",
  controls: { "FSBP:DynamoDB.1": "MEDIUM" },
  requirement: "Tables take the capacity that they need: on demand, or scaled by targets for reads and writes.",
  subjects: ["aws:dynamodb/table:Table"],
  judge: (resource, stack) => {
    if (resource.text("billingMode") === "PAY_PER_REQUEST") return true;
    const table = `table/${resource.text("name")}`;
    const indexes = resource.texts("globalSecondaryIndexes.name").map((name) => `${table}/index/${name}`);
    return scales(table, "table", stack) && indexes.every((index) => scales(index, "index", stack));
  },
};

function scales(resourceId: string, kind: "table" | "index", stack: DeployedStack): boolean {
  const dimensions = stack
    .of("aws:appautoscaling/target:Target")
    .filter((target) => target.text("resourceId") === resourceId)
    .map((target) => target.text("scalableDimension"));
  return ["Read", "Write"].every((side) => dimensions.includes(`dynamodb:${kind}:${side}CapacityUnits`));
}
