import { childName, type Naming } from "@org/infra-naming";
import { type AlarmSubject, alarmSubject, type AlarmSubjects, type WatchedKey } from "./alarm-subjects";

/** The rule that hears of one key. */
export interface PlannedKeyNotice {
  readonly label: string;
  readonly key: WatchedKey;
  readonly ruleName: string;
}

/** The notices of one region, which share a queue for those that could not be published. */
export interface KeyNoticesPlan {
  readonly region: string;
  /** Logical name that the resources' names start with. */
  readonly role: string;
  readonly queueName: string;
  readonly notices: readonly PlannedKeyNotice[];
}

/** By region: EventBridge hears of a key only in the key's region, and publishes only to a topic of that region. */
export function planKeyNotices(
  name: string,
  { region: homeRegion, keys }: { readonly region: string; readonly keys: AlarmSubjects["keys"] },
  naming: Naming,
): KeyNoticesPlan[] {
  const watched = Object.entries(keys ?? {});
  const regions = new Set(watched.map(([, key]) => key.region ?? homeRegion));
  return [...regions].map((region) => {
    const role = region === homeRegion ? childName(name, "key-notices") : childName(name, "edge-key-notices");
    return {
      region,
      role,
      queueName: naming.physicalName("aws:sqs/queue:Queue", childName(role, "dead-letters")),
      notices: watched
        .filter(([, key]) => (key.region ?? homeRegion) === region)
        .map(([label, key]) => ({
          label,
          key,
          ruleName: naming.physicalName("aws:cloudwatch/eventRule:EventRule", childName(role, label)),
        })),
    };
  });
}

/** The rules and queues of the notices, which are watched as well: who guards the guards. */
export function keyNoticeSubjects(plans: readonly KeyNoticesPlan[], homeRegion: string): AlarmSubject[] {
  return plans.flatMap(({ region, queueName, notices }) => [
    ...notices.map(({ label, ruleName }) => alarmSubject("keyNotice", label, { RuleName: ruleName }, { region })),
    alarmSubject("keyNoticeQueue", region === homeRegion ? undefined : "edge", { QueueName: queueName }, { region }),
  ]);
}
