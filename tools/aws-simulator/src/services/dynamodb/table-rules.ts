import type { PropertyMap } from "@org/offline-engine";
import { oneOfRule, rangeRule } from "../../constraint-rules";
import type { Refusal, Rule } from "../../rule";
import { keySchemaOf, objectsOf } from "./key-schema";

const createTablePage = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html";
const keyInputs = ["attributes", "hashKey", "rangeKey", "localSecondaryIndexes", "globalSecondaryIndexes"];
const MAX_GLOBAL_INDEXES = 20;
const MAX_LOCAL_INDEXES = 5;

function invalid(what: string, remedy?: string): Refusal {
  return {
    code: "ValidationException",
    message: `One or more parameter values were invalid: ${what}`,
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function list(names: readonly string[]): string {
  return `[${names.join(", ")}]`;
}

/** A table that AWS makes of another, or of an import, takes its keys from there. */
function isRestored(inputs: PropertyMap): boolean {
  return ["restoreSourceName", "restoreSourceTableArn", "restoreBackupArn"].some((name) => inputs[name] !== undefined);
}

const attributesMatchKeys: Rule = {
  id: "dynamodb/table-attributes-match-keys",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/3194",
  cause: "A table defines exactly the attributes that its keys and indexes use; others need no definition.",
  remedy: "List in `attributes` the keys of the table and of its indexes, and nothing else.",
  reads: keyInputs,
  refuse: ({ inputs }) => {
    if (isRestored(inputs)) return undefined;
    const { tableKeys, localIndexes, globalIndexes, defined } = keySchemaOf(inputs);
    const indexes = [...localIndexes, ...globalIndexes];
    if (tableKeys.length === 0) {
      return { code: "ValidationException", message: "1 validation error detected: Value null at 'keySchema' failed to satisfy constraint: Member must not be null", remedy: "Set hashKey." };
    }
    const undefinedKeys = tableKeys.filter((name) => !defined.includes(name));
    const used = new Set([...tableKeys, ...indexes.flatMap(({ keys }) => keys)]);
    const unused = defined.filter((name) => !used.has(name));
    if (undefinedKeys.length > 0) {
      return invalid(
        indexes.length === 0 && unused.length > 0
          ? "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
          : `Some index key attributes are not defined in AttributeDefinitions. Keys: ${list(undefinedKeys)}, AttributeDefinitions: ${list(defined)}`,
        `Add ${undefinedKeys.join(", ")} to \`attributes\`.`,
      );
    }
    for (const { name, keys } of indexes) {
      const missing = keys.filter((key) => !defined.includes(key));
      if (missing.length > 0) {
        return invalid(
          `Some index key attributes are not defined in AttributeDefinitions. Keys: ${list(missing)}, AttributeDefinitions: ${list(defined)}`,
          `Add ${missing.join(", ")}, which the index ${name} uses, to \`attributes\`.`,
        );
      }
    }
    if (unused.length === 0) return undefined;
    return invalid(
      indexes.length === 0
        ? "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
        : `Some AttributeDefinitions are not used. AttributeDefinitions: ${list(defined)}, keys used: ${list([...used])}`,
      `Take ${unused.join(", ")} out of \`attributes\`: only keys are defined.`,
    );
  },
};

const distinctKeys: Rule = {
  id: "dynamodb/table-hash-and-range-key-differ",
  source: createTablePage,
  cause: "One attribute cannot be both keys.",
  remedy: "Use another attribute as rangeKey.",
  reads: ["hashKey", "rangeKey"],
  refuse: ({ inputs }) =>
    inputs["hashKey"] !== undefined && inputs["hashKey"] === inputs["rangeKey"]
      ? { code: "ValidationException", message: "Both the Hash Key and the Range Key element in the KeySchema have the same name" }
      : undefined,
};

const localIndexNeedsRangeKey: Rule = {
  id: "dynamodb/table-local-index-needs-range-key",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html",
  cause: "A local secondary index is another order within one hash key: the table needs a range key.",
  remedy: "Give the table a rangeKey, or use a global secondary index.",
  reads: ["rangeKey", "localSecondaryIndexes"],
  refuse: ({ inputs }) =>
    objectsOf(inputs, "localSecondaryIndexes[]").length > 0 && inputs["rangeKey"] === undefined
      ? invalid("Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex")
      : undefined,
};

const indexNames: Rule = {
  id: "dynamodb/table-index-names-and-number",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
  cause: "Index names of one table differ, and there are at most 20 global and 5 local ones.",
  remedy: "Rename or remove indexes.",
  reads: ["localSecondaryIndexes", "globalSecondaryIndexes"],
  refuse: ({ inputs }) => {
    const { localIndexes, globalIndexes } = keySchemaOf(inputs);
    if (globalIndexes.length > MAX_GLOBAL_INDEXES) {
      return invalid(`GlobalSecondaryIndex count exceeds the per-table limit of ${MAX_GLOBAL_INDEXES}`);
    }
    if (localIndexes.length > MAX_LOCAL_INDEXES) {
      return invalid(`Number of LocalSecondaryIndexes exceeds per-table limit of ${MAX_LOCAL_INDEXES}`);
    }
    const names = [...localIndexes, ...globalIndexes].map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    return twice === undefined ? undefined : invalid(`Duplicate index name: ${twice}`);
  },
};

const noCapacityOnDemand: Rule = {
  id: "dynamodb/table-on-demand-has-no-capacity",
  source: "https://github.com/aws-controllers-k8s/dynamodb-controller/issues/73",
  cause: "An on-demand table has no provisioned capacity.",
  remedy: "Leave readCapacity and writeCapacity out, of the table and of its global indexes, or set billingMode to PROVISIONED.",
  reads: ["billingMode", "readCapacity", "writeCapacity", "globalSecondaryIndexes"],
  // A table that changes to on-demand may keep the numbers: the provider no longer sends them.
  on: "create",
  refuse: ({ inputs }) => {
    if (inputs["billingMode"] !== "PAY_PER_REQUEST") return undefined;
    const throughputs: [PropertyMap, string][] = [
      [inputs, ""],
      ...objectsOf(inputs, "globalSecondaryIndexes[]").map((index): [PropertyMap, string] => [index, ` for index: ${String(index["name"])}`]),
    ];
    const given = throughputs.find(([values]) => isSet(values["readCapacity"]) || isSet(values["writeCapacity"]));
    if (given === undefined) return undefined;
    return invalid(`Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST${given[1]}`);
  },
};

const capacityWhenProvisioned: Rule = {
  id: "dynamodb/table-provisioned-has-capacity",
  source: createTablePage,
  cause: "A provisioned table needs at least one read and one write capacity unit.",
  remedy: "Set readCapacity and writeCapacity to 1 or more, or billingMode to PAY_PER_REQUEST.",
  reads: ["billingMode", "readCapacity", "writeCapacity"],
  on: "create",
  refuse: ({ inputs }) => {
    if (inputs["billingMode"] !== "PROVISIONED" || isRestored(inputs)) return undefined;
    if (isSet(inputs["readCapacity"]) && isSet(inputs["writeCapacity"])) return undefined;
    return invalid("ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
  },
};

const indexCapacityWhenProvisionedAgain: Rule = {
  id: "dynamodb/table-on-demand-to-provisioned-index-has-capacity",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html",
  cause:
    "An on-demand index has no units, so a change to PROVISIONED has to say how many it is to have. For the table itself the provider sends 1 where its units are left out.",
  remedy:
    "Set readCapacity and writeCapacity of every global index, and do not ignore their changes in this deployment: ignoreChanges keeps what the on-demand index had, which is none.",
  reads: ["billingMode", "globalSecondaryIndexes"],
  on: "update",
  refuse: ({ inputs, object }) => {
    if (inputs["billingMode"] !== "PROVISIONED" || object?.outputs["billingMode"] !== "PAY_PER_REQUEST") return undefined;
    return indexWithoutUnits(inputs);
  },
};

const indexCapacityWhenProvisioned: Rule = {
  id: "dynamodb/table-provisioned-index-has-capacity",
  source: createTablePage,
  cause: "In a provisioned table every global index has capacity of its own.",
  remedy: "Set readCapacity and writeCapacity of the index to 1 or more.",
  reads: ["billingMode", "globalSecondaryIndexes"],
  on: "create",
  refuse: ({ inputs }) => {
    if (inputs["billingMode"] !== "PROVISIONED" || isRestored(inputs)) return undefined;
    return indexWithoutUnits(inputs);
  },
};

const streamNeedsView: Rule = {
  id: "dynamodb/table-stream-needs-view-type",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html",
  cause: "A stream has to say what of an item it shows.",
  remedy: "Set streamViewType.",
  reads: ["streamEnabled", "streamViewType"],
  refuse: ({ inputs }) =>
    inputs["streamEnabled"] === true && (inputs["streamViewType"] ?? "") === ""
      ? invalid("StreamViewType must be specified when StreamEnabled is true")
      : undefined,
};

function isSet(capacity: unknown): boolean {
  return typeof capacity === "number" && capacity > 0;
}

function indexWithoutUnits(inputs: PropertyMap): Refusal | undefined {
  const index = objectsOf(inputs, "globalSecondaryIndexes[]").find(
    (one) => !isSet(one["readCapacity"]) || !isSet(one["writeCapacity"]),
  );
  if (index === undefined) return undefined;
  return invalid(`ProvisionedThroughput must be specified for index: ${String(index["name"])}`);
}

/** What DynamoDB refuses in a table. */
export const tableRules: readonly Rule[] = [
  oneOfRule({
    id: "dynamodb/table-billing-mode",
    source: createTablePage,
    path: "billingMode",
    member: "billingMode",
    values: ["PROVISIONED", "PAY_PER_REQUEST"],
  }),
  oneOfRule({
    id: "dynamodb/table-attribute-type",
    source: createTablePage,
    path: "attributes[].type",
    member: "attributeDefinitions.1.member.attributeType",
    values: ["B", "N", "S"],
  }),
  oneOfRule({
    id: "dynamodb/table-class",
    source: createTablePage,
    path: "tableClass",
    member: "tableClass",
    values: ["STANDARD", "STANDARD_INFREQUENT_ACCESS"],
  }),
  rangeRule({
    id: "dynamodb/table-recovery-period",
    source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoverySpecification.html",
    path: "pointInTimeRecovery.recoveryPeriodInDays",
    member: "pointInTimeRecoverySpecification.recoveryPeriodInDays",
    min: 1,
    max: 35,
  }),
  attributesMatchKeys,
  distinctKeys,
  localIndexNeedsRangeKey,
  indexNames,
  noCapacityOnDemand,
  capacityWhenProvisioned,
  indexCapacityWhenProvisioned,
  indexCapacityWhenProvisionedAgain,
  streamNeedsView,
];
