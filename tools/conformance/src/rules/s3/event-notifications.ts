import type { Rule } from "../../rule";

export const eventNotifications: Rule = {
  id: "s3/event-notifications",
  controls: { "SecHub:S3.11": "MEDIUM" },
  requirement: "Buckets tell of their events.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource, stack) =>
    stack.referring("aws:s3/bucketNotification:BucketNotification", "bucket", resource).some((notification) =>
      notification.isTrue("eventbridge") || ["queues", "topics", "lambdaFunctions"].some((target) => notification.has(target)),
    ),
};
