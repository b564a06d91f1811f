import { filledInputs } from "../../filled-inputs";
import { parseArn } from "../../arn";
import { physicalName } from "../../physical-name";
import { valueAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";

export const logDeliveryDestinationType = "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination";

/** Kind of a destination by the service of its ARN. */
const kinds: Readonly<Record<string, string>> = { s3: "S3", logs: "CWL", firehose: "FH" };

function kindOf(context: ResourceContext): string {
  const arn = valueAt(context.inputs, "deliveryDestinationConfiguration.destinationResourceArn");
  return kinds[typeof arn === "string" ? (parseArn(arn)?.service ?? "") : ""] ?? "XRAY";
}

export const logDeliveryDestination = defineResource({
  type: logDeliveryDestinationType,
  schema: { replaceUncertain: "name outputFormat" },
  name: {},
  create: (context) => {
    const { name } = physicalName(context);
    return {
      id: name,
      arn: context.arn("logs", `delivery-destination:${name}`),
      outputs: { name, ...filledInputs(context.inputs, { deliveryDestinationType: kindOf(context) }) },
    };
  },
});
