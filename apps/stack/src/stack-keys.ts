import { EncryptionKey, type KeyConsumers } from "@org/infra-data";
import { edgeRegion } from "./edge-region";
import type { StackContext } from "./stack-context";

/** The keys of the stack. At home in us-east-1, those of the edge are the others. */
export interface StackKeys {
  /** Of everything in the home region that holds data. */
  readonly key: EncryptionKey;
  /** Of what lives in us-east-1. */
  readonly edgeKey: EncryptionKey;
  /**
   * Of the topic that the alarms publish to. KMS refuses a key from the moment that its deletion is scheduled, and the
   * notice of that has to leave.
   */
  readonly alarmKey: EncryptionKey;
  /** As `alarmKey`, for the topic in us-east-1. */
  readonly edgeAlarmKey: EncryptionKey;
}

// All of them in both profiles: a stack can then be switched from one to the other, as no protected key has to go.
export function createKeys(context: StackContext): StackKeys {
  const { region } = context.args;
  const notices = { alarmTopics: true, eventBridge: true };
  // The key exists before its buckets, so its policy knows them by name.
  const bucketNames = [context.naming.physicalName("aws:s3/bucket:Bucket", context.child("cloudfront-logs"))];
  const data = { cloudWatchLogs: true, logDelivery: { bucketNames }, eventBridge: true };
  const home = {
    key: createKey(context, "key", region, data),
    alarmKey: createKey(context, "alarm-key", region, notices),
  };
  if (region === edgeRegion) return { ...home, edgeKey: home.key, edgeAlarmKey: home.alarmKey };
  return {
    ...home,
    edgeKey: createKey(context, "edge-key", edgeRegion, { cloudWatchLogs: true }),
    edgeAlarmKey: createKey(context, "edge-alarm-key", edgeRegion, notices),
  };
}

function createKey(
  { child, common, within }: StackContext,
  role: string,
  region: string,
  consumers: KeyConsumers,
): EncryptionKey {
  return new EncryptionKey(child(role), { ...common, region, consumers }, within);
}
