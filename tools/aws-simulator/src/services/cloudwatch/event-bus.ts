import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";

export const eventBusType = "aws:cloudwatch/eventBus:EventBus";

export const eventBus = defineResource({
  type: eventBusType,
  schema: { replaceUncertain: "name eventSourceName" },
  name: {
    taken: (name) => ({ code: "ResourceAlreadyExistsException", message: `Event bus ${name} already exists.` }),
  },
  create: (context) => {
    const { name } = physicalName(context);
    return { id: name, arn: context.arn("events", `event-bus/${name}`), outputs: { name } };
  },
});
