import { childName, partitionOf, servicePrincipal } from "@org/infra-naming";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { FlowLog, type FlowLogArgs } from "@pulumi/aws/ec2";
import { Policy, Role, RolePolicyAttachment } from "@pulumi/aws/iam";
import { type Input, interpolate, jsonStringify, output, type Resource } from "@pulumi/pulumi";
import type { CloudWatchPlan, FlowLogsPlan, S3Plan } from "./flow-logs-plan";
import { type PartOfNetwork, tagsOf } from "./routed-subnet";

/** A bucket for flow logs, a `LogBucket` of `@org/infra-data` for one: its policy lets `delivery.logs.amazonaws.com` write. */
export interface FlowLogBucket {
  /** For whose logs the bucket is: the compiler refuses another's. @default not said */
  readonly writerKind?: "flow-logs";
  /** ARN of the bucket. */
  readonly arn: Input<string>;
  /** What must exist before AWS writes there: the bucket's policy. @default nothing */
  readonly ready?: readonly Resource[];
}

/** The record of a network's flows. */
export interface NetworkFlowLog {
  readonly flowLog: FlowLog;
  /** Where the records are in CloudWatch Logs; absent where they go into a bucket. */
  readonly logGroup?: LogGroup;
  /** As which AWS writes into the log group. */
  readonly role?: Role;
}

/** What a flow log needs of its network. */
export interface FlowLogContext {
  readonly network: PartOfNetwork;
  readonly region: string;
  readonly accountId: () => Input<string>;
}

function flowLog({ network }: FlowLogContext, name: string, args: FlowLogArgs, dependsOn: Resource[]): FlowLog {
  return new FlowLog(
    name,
    { vpcId: network.vpcId, ...args, tags: tagsOf(network, name) },
    // A replacement for the same destination cannot stand beside its predecessor.
    { parent: network.parent, dependsOn, deleteBeforeReplace: true },
  );
}

/** The flow log that was planned; undefined for none. */
export function networkFlowLog(
  context: FlowLogContext,
  plan: FlowLogsPlan<Input<string>, FlowLogBucket>,
): NetworkFlowLog | undefined {
  switch (plan.kind) {
    case "none":
      return undefined;
    case "cloudwatch":
      return cloudWatchFlowLog(context, plan);
    case "s3":
      return s3FlowLog(context, plan);
  }
}

function s3FlowLog(context: FlowLogContext, plan: S3Plan<FlowLogBucket>): NetworkFlowLog {
  const { bucket } = plan;
  const args: FlowLogArgs = {
    trafficType: plan.traffic,
    maxAggregationInterval: plan.aggregationSeconds,
    logDestinationType: "s3",
    logDestination: interpolate`${bucket.arn}${plan.folder}`,
    destinationOptions: {
      fileFormat: "parquet",
      hiveCompatiblePartitions: plan.hivePartitions,
      perHourPartition: plan.hourlyPartitions,
    },
  };
  return { flowLog: flowLog(context, childName(context.network.name, "flow-log"), args, [...(bucket.ready ?? [])]) };
}

function cloudWatchFlowLog(context: FlowLogContext, plan: CloudWatchPlan<Input<string>>): NetworkFlowLog {
  const { network } = context;
  const name = childName(network.name, "flow-log");
  const logGroup = new LogGroup(
    name,
    {
      name: network.naming.physicalName("aws:cloudwatch/logGroup:LogGroup", name, { prefix: "/aws/vpc/" }),
      retentionInDays: plan.retentionInDays,
      ...(plan.kmsKeyArn !== undefined && { kmsKeyId: plan.kmsKeyArn }),
      tags: tagsOf(network, name),
    },
    { parent: network.parent },
  );
  const { role, attachment } = writerRole(context, name, logGroup);
  const args: FlowLogArgs = {
    trafficType: plan.traffic,
    maxAggregationInterval: plan.aggregationSeconds,
    logDestinationType: "cloud-watch-logs",
    logDestination: logGroup.arn,
    iamRoleArn: role.arn,
  };
  return { flowLog: flowLog(context, name, args, [attachment]), logGroup, role };
}

/**
 * A role for flow logs of this account and region, which may write into this one log group.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
function writerRole(context: FlowLogContext, name: string, logGroup: LogGroup): { role: Role; attachment: RolePolicyAttachment } {
  const { network, region } = context;
  const { naming, parent } = network;
  const partition = partitionOf(region);
  const accountId = output(context.accountId());
  const role = new Role(
    name,
    {
      name: naming.physicalName("aws:iam/role:Role", name),
      description: "Writes the flows of a network into its log group",
      // Only for flow logs of this account: other accounts cannot make AWS write here on their behalf.
      assumeRolePolicy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: servicePrincipal("vpc-flow-logs") },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: { "aws:SourceAccount": accountId },
              ArnLike: { "aws:SourceArn": interpolate`arn:${partition}:ec2:${region}:${accountId}:vpc-flow-log/*` },
            },
          },
        ],
      }),
      tags: tagsOf(network, name),
    },
    { parent },
  );
  const policy = new Policy(
    name,
    {
      name: naming.physicalName("aws:iam/policy:Policy", name),
      policy: jsonStringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: interpolate`${logGroup.arn}:*`,
          },
        ],
      }),
      tags: tagsOf(network, name),
    },
    { parent },
  );
  const attachment = new RolePolicyAttachment(name, { role: role.name, policyArn: policy.arn }, { parent });
  return { role, attachment };
}
