import { servicePrincipal } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";

/** A resource policy as JSON, of statements whose parts may be known only after deployment. */
export function policyOf(statements: readonly object[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: [...statements] });
}

/** Refuses a request that does not come over TLS, whoever sends it. */
export function tlsOnly(action: string, resource: pulumi.Input<string>): object {
  return {
    Sid: "DenyWithoutTls",
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resource,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * Lets EventBridge write the events of these rules to one log group. EventBridge takes no role for a log group, and its
 * calls come from both principals; `aws:SourceArn` is sent with the events only, not with the creation of a stream.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export function eventLogStatements(logGroupArn: pulumi.Input<string>, ruleArns: pulumi.Input<string>[]): object[] {
  const Principal = { Service: [servicePrincipal("delivery.logs"), servicePrincipal("events")] };
  return [
    {
      Sid: "CreateStreams",
      Effect: "Allow",
      Principal,
      Action: "logs:CreateLogStream",
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
    {
      Sid: "PutEventsOfRules",
      Effect: "Allow",
      Principal,
      Action: "logs:PutLogEvents",
      Resource: pulumi.interpolate`${logGroupArn}:*:*`,
      Condition: { ArnEquals: { "aws:SourceArn": ruleArns } },
    },
  ];
}

/** Lets EventBridge park the events of these rules that it could not deliver. */
export function deadLetterStatements(queueArn: pulumi.Input<string>, ruleArns: pulumi.Input<string>[]): object[] {
  return [
    {
      Sid: "ParkEventsOfRules",
      Effect: "Allow",
      Principal: { Service: servicePrincipal("events") },
      Action: "sqs:SendMessage",
      Resource: queueArn,
      Condition: { ArnEquals: { "aws:SourceArn": ruleArns } },
    },
    tlsOnly("sqs:*", queueArn),
  ];
}

/**
 * Lets the alarms of one account, and EventBridge where rules publish too, publish to a topic.
 *
 * EventBridge says nothing of its rule or account when it publishes to SNS, and AWS documents that a topic policy may have
 * no condition for it: with one, every event would be refused, and nobody would hear of it.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
export function alarmTopicStatements(
  topicArn: pulumi.Input<string>,
  accountId: pulumi.Input<string>,
  { hearsEvents }: { readonly hearsEvents: boolean },
): object[] {
  const publish = { Effect: "Allow", Action: "sns:Publish", Resource: topicArn };
  return [
    {
      Sid: "PublishAlarms",
      ...publish,
      Principal: { Service: servicePrincipal("cloudwatch") },
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
    ...(hearsEvents ? [{ Sid: "PublishEvents", ...publish, Principal: { Service: servicePrincipal("events") } }] : []),
    tlsOnly("sns:Publish", topicArn),
  ];
}
