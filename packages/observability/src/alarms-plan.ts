import { assertNoProblems, type Naming } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { edgeRegion, problemsOfAlarms, thresholdProblems } from "./alarm-argument-problems";
import { alarmCatalogue } from "./alarm-catalogue";
import type { AlarmDefinition } from "./alarm-definition";
import { alarmKey } from "./alarm-name";
import { type AlarmSubject, listAlarmSubjects } from "./alarm-subjects";
import type { AlarmsArgs } from "./alarms";
import { keyNoticeSubjects, type KeyNoticesPlan, planKeyNotices } from "./key-notices-plan";

export interface PlannedAlarm {
  /** `<subject>-<definition>`: `fleet-primary-below-min-size`. Unique, and the same for as long as the subject is named so. */
  readonly key: string;
  readonly subject: AlarmSubject;
  readonly region: string;
  readonly definition: AlarmDefinition;
  readonly threshold: number;
  readonly dimensions: Readonly<Record<string, Input<string>>>;
}

export interface AlarmsPlan {
  readonly alarms: readonly PlannedAlarm[];
  readonly keyNotices: readonly KeyNoticesPlan[];
  /** Where the distribution's alarms are heard: by the one topic there is, by a second one in us-east-1, or nowhere. */
  readonly edgeTopic: "home" | "own" | "none";
  /** Keys of the alarms of which one in alarm means that users are affected; none without the composite alarm. */
  readonly usersAffected: readonly string[];
  readonly dashboard: boolean;
}

/** The arguments that are known before deployment; the topic's key is only looked at when plain. */
export type PlannedAlarmsArgs = Pick<
  AlarmsArgs,
  "region" | "subjects" | "kmsKeyArn" | "emailAddresses" | "thresholds" | "dashboard" | "usersAffected" | "profile" | "runbookUrl"
>;

/** @throws ArgumentError naming every illegal argument */
export function planAlarms(name: string, args: PlannedAlarmsArgs, naming: Naming): AlarmsPlan {
  const keyNotices = planKeyNotices(name, { region: args.region, keys: args.subjects.keys }, naming);
  const subjects = [...listAlarmSubjects(args.subjects), ...keyNoticeSubjects(keyNotices, args.region)];
  const alarms = subjects.flatMap((subject) => planSubject(subject, args));
  assertNoProblems(`Alarms "${name}"`, [...problemsOfAlarms(args, subjects), ...thresholdProblems(args, alarms)]);
  const notifications = args.subjects.distribution?.notifications;
  const away = notifications === undefined || notifications === "off" ? "none" : "own";
  const inProduction = (args.profile ?? "production") === "production";
  return {
    alarms,
    keyNotices,
    edgeTopic: args.region === edgeRegion ? "home" : away,
    usersAffected: (args.usersAffected ?? inProduction) ? alarmsOfUsers(alarms, args.region) : [],
    dashboard: (args.dashboard ?? inProduction) && alarms.length > 0,
  };
}

/** A composite alarm sees the alarms of its own region alone, so from elsewhere CloudFront's are not among them. */
function alarmsOfUsers(alarms: readonly PlannedAlarm[], homeRegion: string): string[] {
  return alarms.filter(({ definition, region }) => definition.affectsUsers && region === homeRegion).map(({ key }) => key);
}

function planSubject(subject: AlarmSubject, { region: homeRegion, thresholds }: PlannedAlarmsArgs): PlannedAlarm[] {
  const { kind, label, dimensions, minSize, additionalMetrics } = subject;
  return alarmCatalogue[kind]
    .filter(({ needs }) => needs === undefined || additionalMetrics)
    .map((definition) => {
      const key = alarmKey({ kind, label, key: definition.key });
      return {
        key,
        subject,
        region: subject.region ?? (definition.region === "home" ? homeRegion : definition.region),
        definition,
        threshold: thresholds?.[key] ?? (definition.threshold === "minSize" ? minSize : definition.threshold),
        dimensions,
      };
    });
}
