import { isPublic, statementsOf } from "../../policy-document";
import type { Rule } from "../../rule";

export const busNotOpen: Rule = {
  id: "eventbridge/bus-not-open",
  controls: { "AwsSolutions-EVB1": "HIGH" },
  requirement: "No event bus is open to everybody.",
  subjects: ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", "aws:cloudwatch/eventPermission:EventPermission"],
  judge: (resource) =>
    resource.type === "aws:cloudwatch/eventPermission:EventPermission" ? resource.text("principal") !== "*" ||
    resource.has("condition") : !statementsOf(resource).some(isPublic),
};
