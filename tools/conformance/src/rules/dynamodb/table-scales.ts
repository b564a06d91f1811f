import type { Rule } from "../../rule";

export const tableScales: Rule = {
  id: "dynamodb/table-scales",
  controls: { "FSBP:DynamoDB.1": "MEDIUM" },
  requirement: "Tables take the capacity that they need: on demand, or scaled by targets for reads and writes.",
  subjects: ["aws:dynamodb/table:Table"],
  judge: (resource, stack) => {
    if (resource.text("billingMode") === "PAY_PER_REQUEST") return true;
    const scaled = stack.of("aws:appautoscaling/target:Target")
      .filter((target) => target.text("resourceId") === `table/${resource.text("name")}`)
      .map((target) => target.text("scalableDimension"));
    return ["Read", "Write"].every((side) => scaled.includes(`dynamodb:table:${side}CapacityUnits`));
  },
};
