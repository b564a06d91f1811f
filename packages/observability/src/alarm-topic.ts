import { childName, type Naming } from "@org/infra-naming";
import { Topic, TopicPolicy, TopicSubscription } from "@pulumi/aws/sns";
import type * as pulumi from "@pulumi/pulumi";
import { alarmTopicStatements, policyOf } from "./policy-statements";

/** An encrypted topic, who may publish to it, and who hears it. */
export interface AlarmTopic {
  readonly topic: Topic;
  readonly policy: TopicPolicy;
  /** By e-mail address. */
  readonly subscriptions: Readonly<Record<string, TopicSubscription>>;
}

export interface AlarmTopicArgs {
  readonly region: string;
  /** Of the same region. */
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly accountId: pulumi.Input<string>;
  readonly emailAddresses: readonly string[];
  /** Whether rules publish their events besides the alarms. */
  readonly hearsEvents: boolean;
  readonly naming: Naming;
  readonly tags?: Record<string, string>;
}

/** A topic of one region, named by `role`, for the alarms of the account and, where they are heard, events. */
export function createAlarmTopic(role: string, args: AlarmTopicArgs, parent: pulumi.Resource): AlarmTopic {
  const { region, naming } = args;
  const topic = new Topic(
    childName(role, "topic"),
    {
      name: naming.physicalName("aws:sns/topic:Topic", role),
      region,
      // Not alias/aws/sns: alarms may not use that key, and would be silent.
      kmsMasterKeyId: args.kmsKeyArn,
      tags: naming.nameTags(role, args.tags),
    },
    { parent },
  );
  const policy = new TopicPolicy(
    childName(role, "topic-policy"),
    { arn: topic.arn, region, policy: policyOf(alarmTopicStatements(topic.arn, args.accountId, args)) },
    { parent },
  );
  const subscriptions = args.emailAddresses.map((address): [string, TopicSubscription] => [
    address,
    new TopicSubscription(
      childName(role, "subscription", address),
      { topic: topic.arn, region, protocol: "email", endpoint: address },
      { parent },
    ),
  ]);
  return { topic, policy, subscriptions: Object.fromEntries(subscriptions) };
}
