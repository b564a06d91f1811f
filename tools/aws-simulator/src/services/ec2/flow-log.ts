import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { ec2Reference } from "./ec2-references";

const SOURCE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html";
const subjects = ["eniId", "regionalNatGatewayId", "subnetId", "transitGatewayAttachmentId", "transitGatewayId", "vpcId"];

const oneSubject: Rule = {
  id: "ec2/flow-log-subject",
  source: SOURCE,
  cause: "A flow log records the traffic of one thing.",
  remedy: `Pass exactly one of ${subjects.join(", ")}.`,
  reads: subjects,
  refuse({ inputs }) {
    if (subjects.filter((subject) => inputs[subject] !== undefined).length === 1) return undefined;
    return { code: "InvalidCombinationOfArguments", message: `one of \`${subjects.join(",")}\` must be specified` };
  },
};

const deliverable: Rule = {
  id: "ec2/flow-log-role",
  source: SOURCE,
  cause: "To write into CloudWatch Logs a flow log needs a role; into a bucket or Firehose it takes none.",
  remedy: "Pass iamRoleArn exactly when logDestinationType is cloud-watch-logs.",
  reads: ["logDestinationType", "iamRoleArn"],
  refuse({ inputs }) {
    const logs = inputs["logDestinationType"] === "cloud-watch-logs";
    if (logs && inputs["iamRoleArn"] === undefined) {
      return { code: "InvalidParameter", message: "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs." };
    }
    return undefined;
  },
};

const interval: Rule = {
  id: "ec2/flow-log-interval",
  source: SOURCE,
  cause: "Flow logs are aggregated over one minute or ten.",
  remedy: "Set maxAggregationInterval to 60 or 600.",
  reads: ["maxAggregationInterval"],
  refuse: ({ inputs }) =>
    [60, 600].includes(Number(inputs["maxAggregationInterval"]))
      ? undefined
      : { code: "InvalidParameter", message: `Invalid MaxAggregationInterval ${String(inputs["maxAggregationInterval"])}. Valid values are 60 and 600.` },
};

const FORMAT =
  "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}";

export const flowLog = defineResource({
  type: "aws:ec2/flowLog:FlowLog",
  defaults: { logDestinationType: "cloud-watch-logs", maxAggregationInterval: 600 },
  references: [ec2Reference("vpc", "vpcId"), ec2Reference("subnet", "subnetId")],
  rules: [oneSubject, deliverable, interval],
  create(context) {
    const id = context.identifiers.ec2("fl");
    return {
      id,
      arn: context.arn("ec2", `vpc-flow-log/${id}`),
      outputs: { logDestination: context.inputs["logDestination"] ?? "", logFormat: context.inputs["logFormat"] ?? FORMAT },
    };
  },
});
