import { assertNoProblems, childName, type Naming } from "@org/infra-naming";
import { EventRule, EventTarget } from "@pulumi/aws/cloudwatch";
import { Queue, QueuePolicy } from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { ownKeyProblem } from "./alarm-argument-problems";
import { keyNoticeChapter } from "./alarm-catalogue";
import type { WatchedKey } from "./alarm-subjects";
import type { AlarmTopic } from "./alarm-topic";
import { deadLetterQueueArgs } from "./dead-letter-queue";
import type { KeyNoticesPlan } from "./key-notices-plan";
import { deadLetterStatements, policyOf } from "./policy-statements";

/** What tells of the deletion and disabling of the keys of one region. */
export interface KeyNotices {
  /** By the name of the key in `subjects.keys`. */
  readonly rules: Readonly<Record<string, EventRule>>;
  /** By the name of the key in `subjects.keys`. */
  readonly targets: Readonly<Record<string, EventTarget>>;
  readonly deadLetterQueue: Queue;
  readonly deadLetterQueuePolicy: QueuePolicy;
}

export interface KeyNoticeSetting {
  /** For error messages: `Alarms "alarms"`. */
  readonly subject: string;
  /** Key of the topic, and of the queue. */
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly runbookUrl: string;
  readonly naming: Naming;
  readonly tags?: Record<string, string>;
}

/**
 * A rule for each key, aimed at the topic, with a queue for the notices that could not be published within a day.
 *
 * @throws ArgumentError when a key is known to be the topic's own
 */
export function createKeyNotices(
  plan: KeyNoticesPlan,
  alarmTopic: AlarmTopic,
  setting: KeyNoticeSetting,
  parent: pulumi.Resource,
): KeyNotices {
  const { region, role, queueName, notices } = plan;
  const { kmsKeyArn, naming, tags } = setting;
  const rules = createRules(plan, setting, parent);
  const deadLetterQueue = new Queue(
    childName(role, "dead-letter-queue"),
    {
      ...deadLetterQueueArgs(kmsKeyArn),
      name: queueName,
      region,
      tags: naming.nameTags(childName(role, "dead-letters"), tags),
    },
    { parent },
  );
  const ruleArns = Object.values(rules).map((rule) => rule.arn);
  const deadLetterQueuePolicy = new QueuePolicy(
    childName(role, "dead-letter-queue-policy"),
    { queueUrl: deadLetterQueue.url, region, policy: policyOf(deadLetterStatements(deadLetterQueue.arn, ruleArns)) },
    { parent },
  );
  const targets = notices.map(({ label, key }): [string, EventTarget] => [
    label,
    new EventTarget(
      childName(role, label, "target"),
      {
        rule: rules[label].name,
        region,
        targetId: naming.physicalName("aws:cloudwatch/eventTarget:EventTarget", childName(role, label)),
        // No roleArn: with an encrypted topic AWS warns that delivery may fail by it; the topic's policy is what counts.
        arn: alarmTopic.topic.arn,
        inputTransformer: noticeTransformer(key, setting),
        deadLetterConfig: { arn: deadLetterQueue.arn },
      },
      { parent, dependsOn: [alarmTopic.policy, deadLetterQueuePolicy] },
    ),
  ]);
  return { rules, targets: Object.fromEntries(targets), deadLetterQueue, deadLetterQueuePolicy };
}

function createRules(
  { region, role, notices }: KeyNoticesPlan,
  { subject, kmsKeyArn, naming, tags }: KeyNoticeSetting,
  parent: pulumi.Resource,
): Record<string, EventRule> {
  return Object.fromEntries(
    notices.map(({ label, key, ruleName }) => [
      label,
      new EventRule(
        childName(role, label, "rule"),
        {
          name: ruleName,
          region,
          description: `Deletion or disabling of the KMS key ${label}`,
          eventPattern: pulumi.jsonStringify(keyEventPattern(watchedArn(subject, label, key, kmsKeyArn))),
          state: "ENABLED",
          tags: naming.nameTags(childName(role, label), tags),
        },
        { parent },
      ),
    ]),
  );
}

/**
 * KMS tells EventBridge itself only when a key is gone; what can still be cancelled comes by CloudTrail.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-kms.html
 */
function keyEventPattern(keyArn: pulumi.Input<string>): object {
  return {
    source: ["aws.kms"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: {
      eventSource: ["kms.amazonaws.com"],
      eventName: ["DisableKey", "ScheduleKeyDeletion"],
      // Not the request's keyId, which is an id or an ARN as the caller likes.
      resources: { ARN: [keyArn] },
    },
  };
}

/**
 * What the mail says, instead of a page of JSON.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
function noticeTransformer({ arn }: WatchedKey, { runbookUrl }: KeyNoticeSetting) {
  return {
    inputPaths: { call: "$.detail.eventName", caller: "$.detail.userIdentity.arn", time: "$.time" },
    inputTemplate: pulumi.jsonStringify(
      pulumi.interpolate`<call> for the KMS key ${arn} by <caller> at <time>: what it encrypts cannot be read any more, and never again once the key is deleted. Runbook: ${runbookUrl}#${keyNoticeChapter}`,
    ),
  };
}

/** The watched key, once it is known not to be the topic's; between plain keys the plan has seen to that already. */
function watchedArn(
  subject: string,
  label: string,
  { arn }: WatchedKey,
  topicKeyArn: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.all([arn, topicKeyArn]).apply(([watched, topicKey]) => {
    assertNoProblems(subject, watched === topicKey ? [ownKeyProblem(label, watched)] : []);
    return watched;
  });
}
