import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { alarmCatalogue, type AlarmDefinition } from "./alarm-catalogue";
import { type AlarmSubject, listAlarmSubjects } from "./alarm-subjects";
import type { AlarmsArgs } from "./alarms";

/** The region in which CloudFront publishes its metrics. */
export const edgeRegion = "us-east-1";

export interface PlannedAlarm {
  /** `<subject>-<definition>`: `primary-unhealthy-hosts`. Unique, and the same for as long as the subject is named so. */
  readonly key: string;
  readonly region: string;
  readonly definition: AlarmDefinition;
  readonly threshold: number;
  readonly dimensions: Readonly<Record<string, Input<string>>>;
}

export interface AlarmsPlan {
  readonly alarms: readonly PlannedAlarm[];
  /** Where the distribution's alarms are heard: by the one topic there is, by a second one in us-east-1, or nowhere. */
  readonly edgeTopic: "home" | "own" | "none";
}

/** The arguments that are known before deployment. */
export type PlannedAlarmsArgs = Pick<AlarmsArgs, "region" | "subjects" | "emailAddresses">;

/** @throws ArgumentError naming every illegal argument */
export function planAlarms(name: string, args: PlannedAlarmsArgs): AlarmsPlan {
  const subjects = listAlarmSubjects(args.subjects);
  assertNoProblems(`Alarms "${name}"`, [
    ...labelProblems(subjects),
    ...fleetProblems(args),
    ...distributionProblems(args),
    ...emailProblems(args.emailAddresses ?? []),
  ]);
  const notifications = args.subjects.distribution?.notifications;
  const away = notifications === undefined || notifications === "off" ? "none" : "own";
  return {
    alarms: subjects.flatMap((subject) => planSubject(subject, args.region)),
    edgeTopic: args.region === edgeRegion ? "home" : away,
  };
}

function planSubject({ kind, label, dimensions, minSize }: AlarmSubject, homeRegion: string): PlannedAlarm[] {
  // What there is only one of is named by its kind, what has a name of its own by kind and name.
  const subject = [kebab(kind), ...(label === undefined ? [] : [label])].join("-");
  return alarmCatalogue[kind].map((definition) => ({
    key: `${subject}-${definition.key}`,
    region: kind === "distribution" ? edgeRegion : homeRegion,
    definition,
    threshold: definition.threshold === "minSize" ? minSize : definition.threshold,
    dimensions,
  }));
}

function kebab(kind: string): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function labelProblems(subjects: readonly AlarmSubject[]): ArgumentProblem[] {
  return subjects
    .filter(({ label }) => label !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(label))
    .map(({ kind, label }) => ({
      argument: `subjects (${kind})`,
      rule: "must be keyed by lower-case words with hyphens between them, which name the alarms",
      value: label,
      remedy: "use for example primary",
    }));
}

function fleetProblems({ subjects }: PlannedAlarmsArgs): ArgumentProblem[] {
  return Object.entries(subjects.fleets ?? {})
    .filter(([, { minSize }]) => !Number.isInteger(minSize) || minSize < 1)
    .map(([label, { minSize }]) => ({
      argument: `subjects.fleets.${label}.minSize`,
      rule: "must be a whole number from 1: a fleet that may be empty is never below its size",
      value: minSize,
      remedy: "pass the fleet's minSize, or leave the fleet out",
    }));
}

function distributionProblems({ region, subjects: { distribution } }: PlannedAlarmsArgs): ArgumentProblem[] {
  if (distribution === undefined) return [];
  const isHome = region === edgeRegion;
  if (isHome && distribution.notifications !== undefined) {
    return [
      {
        argument: "subjects.distribution.notifications",
        rule: `must be left out in ${edgeRegion}, where the one topic hears every alarm`,
        value: distribution.notifications === "off" ? "off" : "a key",
        remedy: "remove it",
      },
    ];
  }
  if (!isHome && distribution.notifications === undefined) {
    return [
      {
        argument: "subjects.distribution.notifications",
        rule: `must say who hears CloudFront's alarms: they are in ${edgeRegion} and reach no topic of ${region}`,
        value: undefined,
        remedy: `pass { kmsKeyArn } with a key of ${edgeRegion}, or "off"`,
      },
    ];
  }
  return [];
}

function emailProblems(addresses: readonly string[]): ArgumentProblem[] {
  const isRepeated = (address: string, index: number) => addresses.indexOf(address) !== index;
  return addresses
    .filter((address, index) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) || isRepeated(address, index))
    .map((value) => ({
      argument: "emailAddresses",
      rule: "must be e-mail addresses, each named once",
      value,
      remedy: "use for example on-call@example.com",
    }));
}
