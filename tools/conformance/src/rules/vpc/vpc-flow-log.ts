import type { Rule } from "../../rule";

export const vpcFlowLog: Rule = {
  id: "vpc/vpc-flow-log",
  controls: { "FSBP:EC2.6": "MEDIUM" },
  requirement: "Each VPC records at least the traffic that is rejected.",
  subjects: ["aws:ec2/vpc:Vpc"],
  judge: (resource, stack) =>
    stack.referring("aws:ec2/flowLog:FlowLog", "vpcId", resource).some(
      (log) => ["REJECT", "ALL"].includes(log.text("trafficType")) && log.has("logDestination"),
    ),
};
