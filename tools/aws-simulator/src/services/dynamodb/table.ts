import type { PropertyMap } from "@org/offline-engine";
import { changesInput } from "../../changed-inputs";
import { filledInputs } from "../../filled-inputs";
import { parseArn } from "../../arn";
import { valueAt } from "../../property-path";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { findKey, keyTypes } from "../kms/key-access";
import { tableRules } from "./table-rules";
import { warmThroughputRises } from "./warm-throughput";

/** What an on-demand table can take from its first second. */
const ON_DEMAND_READS = 12_000;
const ON_DEMAND_WRITES = 4_000;

const keyExists: Rule = {
  id: "dynamodb/table-key-exists",
  source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html",
  cause: "The key that is to encrypt the table does not exist in its region.",
  remedy: "Give the `arn` of a key of the same region.",
  reads: ["serverSideEncryption"],
  refuse: (context) => {
    const text = valueAt(context.inputs, "serverSideEncryption.kmsKeyArn");
    const arn = typeof text === "string" ? parseArn(text) : undefined;
    // Keys of other accounts are not seen from here, and aliases are not followed.
    if (arn?.accountId !== context.accountId || !arn.resource.startsWith("key/")) return undefined;
    if (findKey(context, String(text)) !== undefined) return undefined;
    return {
      code: "ValidationException",
      message: `One or more parameter values were invalid: KMS key not found: ${String(text)}`,
    };
  },
};

export const table = defineResource({
  type: "aws:dynamodb/table:Table",
  defaults: { billingMode: "PROVISIONED", deletionProtectionEnabled: false, tableClass: "STANDARD" },
  comparisons: { attributes: "set", globalSecondaryIndexes: "set", localSecondaryIndexes: "set", replicas: "set" },
  name: {
    taken: (name) => ({ code: "ResourceInUseException", message: `Table already exists: ${name}` }),
  },
  references: [{ path: "serverSideEncryption.kmsKeyArn", to: keyTypes }],
  rules: [...tableRules, keyExists, warmThroughputRises],
  deleteRules: [
    {
      id: "dynamodb/table-deletion-protection",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection",
      cause: "Deletion protection of the table is on.",
      remedy: "Set deletionProtectionEnabled to false and deploy, then delete the table.",
      refuse: (object) =>
        object.outputs["deletionProtectionEnabled"] === true
          ? {
              code: "ValidationException",
              message: "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
            }
          : undefined,
    },
  ],
  volatile: (context) => [
    ...(changesInput(context, "billingMode", "readCapacity", "writeCapacity") ? ["warmThroughput"] : []),
    ...Object.keys(leastUnits(context)),
    ...(changesInput(context, "streamEnabled") ? ["streamArn", "streamLabel"] : []),
  ],
  create: (context) => {
    const { name } = physicalName(context);
    return {
      id: name,
      arn: context.arn("dynamodb", `table/${name}`),
      outputs: {
        name,
        ...filledInputs(context.inputs, {
          attributes: [],
          globalSecondaryIndexes: [],
          pointInTimeRecovery: { enabled: false },
          readCapacity: 0,
          streamViewType: "",
          ttl: { attributeName: "", enabled: false },
          writeCapacity: 0,
        }),
        ...capacityOutputs(context.inputs),
        ...streamOutputs(context, name),
      },
    };
  },
  update: (context) => ({
    ...leastUnits(context),
    ...capacityOutputs({ ...leastUnits(context), ...context.inputs }),
    ...streamOutputs(context, context.object?.id ?? ""),
  }),
});

/**
 * A table that leaves on-demand capacity without saying its units gets the least there is: the provider takes it that
 * their changes are ignored because they are scaled.
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/dynamodb/table.go
 */
function leastUnits({ inputs, object }: ResourceContext): PropertyMap {
  if (inputs["billingMode"] !== "PROVISIONED" || object?.outputs["billingMode"] !== "PAY_PER_REQUEST") return {};
  return filledInputs(inputs, { readCapacity: 1, writeCapacity: 1 });
}

/** DynamoDB keeps a table warm for what it is provisioned for, or for the start of an on-demand table. */
function capacityOutputs(inputs: PropertyMap): PropertyMap {
  const onDemand = inputs["billingMode"] === "PAY_PER_REQUEST";
  return filledInputs(inputs, {
    warmThroughput: {
      readUnitsPerSecond: onDemand ? ON_DEMAND_READS : (inputs["readCapacity"] ?? 0),
      writeUnitsPerSecond: onDemand ? ON_DEMAND_WRITES : (inputs["writeCapacity"] ?? 0),
    },
  });
}

function streamOutputs(context: ResourceContext, name: string): PropertyMap {
  if (context.inputs["streamEnabled"] !== true) return { streamArn: "", streamLabel: "" };
  const old = context.object?.outputs;
  if (typeof old?.["streamArn"] === "string" && old["streamArn"] !== "") return {};
  const label = `${context.now.slice(0, 19)}.000`;
  return { streamArn: context.arn("dynamodb", `table/${name}/stream/${label}`), streamLabel: label };
}
