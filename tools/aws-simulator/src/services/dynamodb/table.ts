import type { PropertyMap } from "@org/offline-engine";
import { changesInput } from "../../changed-inputs";
import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import { keyTypes } from "../kms/key-access";
import { tableRules } from "./table-rules";

/** What an on-demand table can take from its first second. */
const ON_DEMAND_READS = 12_000;
const ON_DEMAND_WRITES = 4_000;

export const table = defineResource({
  type: "aws:dynamodb/table:Table",
  defaults: { billingMode: "PROVISIONED", deletionProtectionEnabled: false, tableClass: "STANDARD" },
  comparisons: { attributes: "set", globalSecondaryIndexes: "set", localSecondaryIndexes: "set", replicas: "set" },
  name: {
    taken: (name) => ({ code: "ResourceInUseException", message: `Table already exists: ${name}` }),
  },
  references: [
    {
      path: "serverSideEncryption.kmsKeyArn",
      to: keyTypes,
      notFound: (arn) => ({
        code: "ValidationException",
        message: `One or more parameter values were invalid: KMS key not found: ${arn}`,
        remedy: "Give the ARN of a key of the same region.",
      }),
    },
  ],
  rules: tableRules,
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
    ...capacityOutputs(context.inputs),
    ...streamOutputs(context, context.object?.id ?? ""),
  }),
});

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
