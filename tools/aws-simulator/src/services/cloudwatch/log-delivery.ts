import { filledInputs } from "../../filled-inputs";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { logDeliveryDestinationType } from "./log-delivery-destination";
import { logDeliverySourceType } from "./log-delivery-source";

const deliveryType = "aws:cloudwatch/logDelivery:LogDelivery";
const deliveryPage = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html";

const pairOnce: Rule = {
  id: "cloudwatch/log-delivery-pair-once",
  source: deliveryPage,
  cause: "One source delivers to one destination once.",
  remedy: "Use another destination, or change the delivery that exists.",
  reads: ["deliverySourceName", "deliveryDestinationArn"],
  on: "create",
  deploymentOnly: true,
  refuse: (context) => {
    const source = context.find(logDeliverySourceType, context.text("deliverySourceName") ?? "");
    const deliveries = source === undefined ? [] : context.referrers(deliveryType, source);
    const isThere = deliveries.some(({ inputs }) => inputs["deliveryDestinationArn"] === context.inputs["deliveryDestinationArn"]);
    return isThere ? { code: "ConflictException", message: "Delivery already exists." } : undefined;
  },
};

export const logDelivery = defineResource({
  type: deliveryType,
  schema: { replaceUncertain: "deliveryDestinationArn deliverySourceName" },
  references: [
    {
      path: "deliverySourceName",
      to: logDeliverySourceType,
      notFound: () => ({ code: "ResourceNotFoundException", message: "Delivery source does not exist." }),
      holds: () => ({
        code: "ConflictException",
        message: "This delivery source is in use by at least one delivery.",
        remedy: "Delete the delivery first.",
      }),
    },
    {
      path: "deliveryDestinationArn",
      to: logDeliveryDestinationType,
      notFound: () => ({ code: "ResourceNotFoundException", message: "Delivery destination does not exist." }),
      holds: () => ({
        code: "ConflictException",
        message: "This delivery destination is in use by at least one delivery.",
        remedy: "Delete the delivery first.",
      }),
    },
  ],
  rules: [pairOnce],
  create: (context) => {
    const id = context.identifiers.alphanumeric(16);
    return {
      id,
      arn: context.arn("logs", `delivery:${id}`),
      outputs: filledInputs(context.inputs, { fieldDelimiter: "", recordFields: [], s3DeliveryConfigurations: [] }),
    };
  },
});
