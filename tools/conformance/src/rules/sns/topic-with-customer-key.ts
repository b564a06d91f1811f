import type { DeployedStack } from "../../deployed-stack";
import { keyOf, letsEncrypt } from "../../key-policy";
import type { Resource } from "../../resource";
import type { Rule } from "../../rule";

/** What publishes to topics: the service behind resources of a type, and where they name the topic. */
const PUBLISHERS = [
  ["cloudwatch.amazonaws.com", "aws:cloudwatch/metricAlarm:MetricAlarm", "alarmActions"],
  ["cloudwatch.amazonaws.com", "aws:cloudwatch/compositeAlarm:CompositeAlarm", "alarmActions"],
  ["events.amazonaws.com", "aws:cloudwatch/eventTarget:EventTarget", "arn"],
] as const;

export const topicWithCustomerKey: Rule = {
  id: "sns/topic-with-customer-key",
  controls: { "AWS-0136": "HIGH" },
  requirement: "Topics are encrypted with a key of the customer, which lets publishers in.",
  subjects: ["aws:sns/topic:Topic"],
  judge: (resource, stack) => {
    const named = resource.text("kmsMasterKeyId");
    if (named === "" || named.endsWith("alias/aws/sns")) return false;
    const key = keyOf(resource, "kmsMasterKeyId", stack);
    return key === undefined || publishersOf(resource, stack).every((service) => letsEncrypt(key, service, stack));
  },
};

function publishersOf(topic: Resource, stack: DeployedStack): string[] {
  return PUBLISHERS.filter(([, type, path]) => stack.referring(type, path, topic).length > 0).map(([service]) => service);
}
