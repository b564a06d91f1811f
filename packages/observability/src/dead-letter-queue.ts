import type { QueueArgs } from "@pulumi/aws/sqs";
import type { Input } from "@pulumi/pulumi";

/** Seconds. */
export const day = 86_400;

/** A queue that keeps encrypted, for as long as SQS can, what could not be delivered. */
export function deadLetterQueueArgs(kmsKeyArn: Input<string> | undefined): QueueArgs {
  return {
    messageRetentionSeconds: 14 * day,
    ...(kmsKeyArn === undefined
      ? { sqsManagedSseEnabled: true }
      : { kmsMasterKeyId: kmsKeyArn, kmsDataKeyReusePeriodSeconds: 300 }),
  };
}
