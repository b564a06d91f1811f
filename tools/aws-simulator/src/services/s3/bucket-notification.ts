import { policyMayAllow } from "../../iam/policy-evaluation";
import { valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { queuePolicyOf, queueType } from "../sqs/queue-policy-text";
import { topicPolicyOf, topicType } from "../sns/topic-policy-text";
import { bucketExists, bucketReference } from "./bucket-reference";

const notificationPage = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html";

/** What S3 asks of each destination before it takes a notification: it sends a test event. */
const destinations = [
  { path: "queues[].queueArn", type: queueType, action: "sqs:SendMessage", policyOf: queuePolicyOf },
  { path: "topics[].topicArn", type: topicType, action: "sns:Publish", policyOf: topicPolicyOf },
] as const;

const canDeliver: Rule = {
  id: "s3/notification-destination-lets-s3-in",
  source: notificationPage,
  cause: "S3 sends a test event when the notification is put, and the queue or topic is missing or does not let it.",
  remedy: "Give the queue or topic a policy that allows s3.amazonaws.com to send, and let the notification depend on it.",
  reads: ["bucket", "queues", "topics"],
  deploymentOnly: true,
  refuse: (context) => {
    for (const { path, type, action, policyOf } of destinations) {
      for (const { value } of valuesAt(context.inputs, path)) {
        if (typeof value !== "string" || isForeign(value, context)) continue;
        const target = context.find(type, value);
        const policy = target === undefined ? undefined : policyOf(context, target);
        const request = { principal: { service: "s3.amazonaws.com" }, action, resource: value };
        if (policy === undefined || !policyMayAllow(policy, request)) {
          return { code: "InvalidArgument", message: "Unable to validate the following destination configurations" };
        }
      }
    }
    return undefined;
  },
};

function isForeign(arn: string, context: ResourceContext): boolean {
  return arn.split(":")[4] !== context.accountId;
}

export const bucketNotification = defineResource({
  type: "aws:s3/bucketNotification:BucketNotification",
  defaults: { eventbridge: false },
  references: [bucketReference],
  rules: [bucketExists, canDeliver],
  create: (context) => ({ id: context.text("bucket") ?? "" }),
});
