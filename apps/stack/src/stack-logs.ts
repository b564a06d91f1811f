import { LogBucket } from "@org/infra-data";
import { EncryptedLogGroup, ObjectCreatedEvents } from "@org/infra-observability";
import type { StackContext } from "./stack-context";
import type { StackKeys } from "./stack-keys";

/** Where the stack's logs go, and the events that tell of them. */
export interface StackLogs {
  readonly logGroup: EncryptedLogGroup;
  readonly loadBalancerLogs: LogBucket<"alb">;
  readonly cloudFrontLogs: LogBucket<"cloudfront">;
  readonly events: ObjectCreatedEvents;
}

export function createLogs({ child, common, within, args, plan, naming }: StackContext, { key }: StackKeys): StackLogs {
  const kmsKeyArn = key.arn;
  const bucket = { ...common, region: args.region };
  const logGroup = new EncryptedLogGroup(
    child("events"),
    { ...common, kmsKeyArn, retentionInDays: plan.logRetentionInDays },
    within,
  );
  const loadBalancerLogs = new LogBucket(child("alb-access-logs"), { ...bucket, writer: { kind: "alb" } }, within);
  const cloudFrontLogs = new LogBucket(
    child("cloudfront-logs"),
    { ...bucket, writer: { kind: "cloudfront", kmsKeyArn } },
    within,
  );
  const events = new ObjectCreatedEvents(
    child("log-objects"),
    {
      naming,
      buckets: { "alb-logs": loadBalancerLogs.bucketName, "cloudfront-logs": cloudFrontLogs.bucketName },
      logGroup,
      kmsKeyArn,
    },
    within,
  );
  return { logGroup, loadBalancerLogs, cloudFrontLogs, events };
}
