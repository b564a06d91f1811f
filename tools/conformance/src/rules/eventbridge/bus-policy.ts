import type { Rule } from "../../rule";

export const busPolicy: Rule = {
  id: "eventbridge/bus-policy",
  controls: { "FSBP:EventBridge.3": "LOW" },
  requirement: "Event buses of the stack have a policy.",
  subjects: ["aws:cloudwatch/eventBus:EventBus"],
  judge: (resource, stack) => stack.referring("aws:cloudwatch/eventBusPolicy:EventBusPolicy", "eventBusName", resource).length > 0,
};
