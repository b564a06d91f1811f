import { childName, type Naming } from "@org/infra-naming";
import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as pulumi from "@pulumi/pulumi";
import type { ScaledUnits } from "./table-capacity";

/** What Application Auto Scaling looks after: one kind of units of a table or an index. */
export interface TableScaling {
  readonly target: appautoscaling.Target;
  readonly policy: appautoscaling.Policy;
}

/** The table that is scaled. */
export interface ScaledTable {
  readonly tableName: pulumi.Output<string>;
  readonly region: string | undefined;
  readonly naming: Naming;
  readonly tags?: Record<string, string>;
}

const dimensionOf = (units: "read" | "write", of: "table" | "index") =>
  `dynamodb:${of}:${units === "read" ? "Read" : "Write"}CapacityUnits`;

const metricOf = (units: "read" | "write") =>
  units === "read" ? "DynamoDBReadCapacityUtilization" : "DynamoDBWriteCapacityUtilization";

/**
 * Keeps one kind of units between two numbers, so that a share of them is in use.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
 */
export function scaleUnits(name: string, table: ScaledTable, scaled: ScaledUnits, parent: pulumi.Resource): TableScaling {
  const { naming, region, tableName } = table;
  const { units, index, range } = scaled;
  const role = childName(name, ...(index === undefined ? [] : [index]), units);
  const scalable = {
    region,
    serviceNamespace: "dynamodb",
    resourceId: index === undefined ? pulumi.interpolate`table/${tableName}` : pulumi.interpolate`table/${tableName}/index/${index}`,
    scalableDimension: dimensionOf(units, index === undefined ? "table" : "index"),
  };
  const target = new appautoscaling.Target(
    childName(role, "target"),
    { ...scalable, minCapacity: range.min, maxCapacity: range.max, tags: naming.nameTags(role, table.tags) },
    { parent },
  );
  const policy = new appautoscaling.Policy(
    childName(role, "scaling"),
    {
      ...scalable,
      name: naming.physicalName("aws:appautoscaling/policy:Policy", role),
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: metricOf(units) },
        targetValue: range.targetUtilization,
      },
    },
    { parent, dependsOn: [target] },
  );
  return { target, policy };
}
