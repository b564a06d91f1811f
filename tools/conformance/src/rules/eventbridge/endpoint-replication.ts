import type { Rule } from "../../rule";

export const endpointReplication: Rule = {
  id: "eventbridge/endpoint-replication",
  controls: { "SecHub:EventBridge.4": "MEDIUM" },
  requirement: "Global endpoints copy events to both regions.",
  subjects: ["aws:cloudwatch/eventEndpoint:EventEndpoint"],
  judge: (resource) => !resource.text("replicationConfig.state").includes("DISABLED"),
};
