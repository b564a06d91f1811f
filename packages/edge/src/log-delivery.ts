import { childName, type Naming } from "@org/infra-naming";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { DeliveredLogging } from "./distribution-logging";
import { checkedArn } from "./edge-arn";
import { edge } from "./edge-region";

/** The three parts of a delivery of CloudFront's standard logging (v2). */
export interface LogDeliveryChain {
  readonly source: cloudwatch.LogDeliverySource;
  readonly destination: cloudwatch.LogDeliveryDestination;
  readonly delivery: cloudwatch.LogDelivery;
}

export interface LogDeliveryArgs {
  /** For error messages: `Distribution "web"`. */
  readonly subject: string;
  readonly distributionArn: pulumi.Input<string>;
  readonly logging: DeliveredLogging;
  readonly naming: Naming;
  readonly tags?: Record<string, string>;
}

function destinationArn(subject: string, { destination }: DeliveredLogging): pulumi.Input<string> {
  switch (destination.kind) {
    case "bucket":
      return destination.bucket.arn;
    case "log-group":
      return checkedArn(subject, "logging.destination.arn", "logGroup", destination.arn);
    case "firehose":
      return checkedArn(subject, "logging.destination.arn", "deliveryStream", destination.arn);
  }
}

function bucketResources({ destination }: DeliveredLogging): readonly pulumi.Resource[] {
  return destination.kind === "bucket" ? (destination.bucket.ready ?? []) : [];
}

function bucketPaths({ destination }: DeliveredLogging) {
  if (destination.kind !== "bucket") return undefined;
  const { hivePaths = false } = destination;
  const { path = `${hivePaths ? "{distributionid}" : "{DistributionId}"}/{yyyy}/{MM}/{dd}/{HH}` } = destination;
  return [{ suffixPath: path, enableHiveCompatiblePath: hivePaths }];
}

/**
 * Delivers a distribution's logs, one part after the other: CloudWatch Logs answers ConflictException to two at a time.
 */
export function deliverLogs(name: string, args: LogDeliveryArgs, parent: pulumi.Resource): LogDeliveryChain {
  const { subject, distributionArn, logging, naming } = args;
  const tags = naming.nameTags(name, args.tags);
  const outputFormat = logging.destination.format ?? "json";

  const source = new cloudwatch.LogDeliverySource(
    childName(name, "log-source"),
    {
      ...edge,
      name: naming.physicalName("aws:cloudwatch/logDeliverySource:LogDeliverySource", name),
      logType: "ACCESS_LOGS",
      resourceArn: distributionArn,
      tags,
    },
    // A distribution has one source, and putting a source of the same name would turn it away from the old distribution.
    { parent, deleteBeforeReplace: true },
  );
  const destination = new cloudwatch.LogDeliveryDestination(
    childName(name, "log-destination"),
    {
      ...edge,
      name: naming.physicalName("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", name, {
        // The format is fixed once the destination exists: another one needs another name, or it would replace itself.
        replaceKey: [logging.destination.kind, outputFormat],
      }),
      outputFormat,
      deliveryDestinationConfiguration: { destinationResourceArn: destinationArn(subject, logging) },
      tags,
    },
    { parent, dependsOn: [source, ...bucketResources(logging)] },
  );
  const delivery = new cloudwatch.LogDelivery(
    childName(name, "log-delivery"),
    {
      ...edge,
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      recordFields: logging.fields && [...logging.fields],
      s3DeliveryConfigurations: bucketPaths(logging),
      tags,
    },
    {
      parent,
      // AWS puts AWSLogs/<account>/CloudFront/ before the path when it creates a delivery, and loses it on an update. The
      // provider updates fields together with the path, which AWS refuses where there is none, as for a log group:
      // https://github.com/hashicorp/terraform-provider-aws/issues/46108
      replaceOnChanges: ["s3DeliveryConfigurations", "recordFields"],
      // Source and destination take one delivery between them.
      deleteBeforeReplace: true,
    },
  );
  return { source, destination, delivery };
}
