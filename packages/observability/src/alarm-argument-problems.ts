import type { ArgumentProblem } from "@org/infra-naming";
import type { AlarmSubject } from "./alarm-subjects";
import type { PlannedAlarm, PlannedAlarmsArgs } from "./alarms-plan";
import { keyRegionProblems } from "./key-region";

/** The region in which CloudFront and its web ACLs publish their metrics. */
export const edgeRegion = "us-east-1";

/** What is wrong with the arguments of the alarms, as far as it is known before deployment. */
export function problemsOfAlarms(args: PlannedAlarmsArgs, subjects: readonly AlarmSubject[]): ArgumentProblem[] {
  const { distribution } = args.subjects;
  const notifications = distribution?.notifications;
  return [
    ...keyRegionProblems("kmsKeyArn", args.kmsKeyArn, args.region),
    ...labelProblems(subjects),
    ...fleetProblems(args),
    ...regionalNatGatewayProblems(args),
    ...distributionProblems(args),
    ...(typeof notifications === "object"
      ? keyRegionProblems("subjects.distribution.notifications.kmsKeyArn", notifications.kmsKeyArn, edgeRegion)
      : []),
    ...watchedKeyProblems(args),
    ...emailProblems(args.emailAddresses ?? []),
    ...runbookProblems(args.runbookUrl),
  ];
}

/** A threshold of an alarm that does not exist would be forgotten silently. */
export function thresholdProblems({ thresholds }: PlannedAlarmsArgs, alarms: readonly PlannedAlarm[]): ArgumentProblem[] {
  const keys = alarms.map(({ key }) => key);
  return Object.entries(thresholds ?? {}).flatMap(([key, threshold]) => {
    const argument = `thresholds.${key}`;
    if (!keys.includes(key)) {
      const remedy = keys.length === 0 ? "name a subject first" : `use one of ${keys.join(", ")}`;
      return [{ argument, rule: "must be of an alarm that there is", value: threshold, remedy }];
    }
    if (Number.isFinite(threshold)) return [];
    return [{ argument, rule: "must be a number in the metric's own unit", value: threshold, remedy: "use for example 10" }];
  });
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

function regionalNatGatewayProblems({ subjects }: PlannedAlarmsArgs): ArgumentProblem[] {
  const zones = subjects.regionalNatGateway?.availabilityZones;
  if (zones === undefined) return [];
  if (zones.length >= 1 && zones.length <= 10 && new Set(zones).size === zones.length) return [];
  return [
    {
      argument: "subjects.regionalNatGateway.availabilityZones",
      rule: "must be 1 to 10 zones, each named once: the gateway's metrics are published for each of them alone",
      value: zones,
      remedy: "pass the zones of the network",
    },
  ];
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

function watchedKeyProblems(args: PlannedAlarmsArgs): ArgumentProblem[] {
  const notifications = args.subjects.distribution?.notifications;
  const topicKeys = new Map([[args.region, args.kmsKeyArn]]);
  if (typeof notifications === "object") topicKeys.set(edgeRegion, notifications.kmsKeyArn);
  return Object.entries(args.subjects.keys ?? {}).flatMap(([label, { arn, region = args.region }]) => {
    const argument = `subjects.keys.${label}`;
    if (!topicKeys.has(region)) {
      return [
        {
          argument: `${argument}.region`,
          rule: `must be a region with a topic of these alarms: ${[...topicKeys.keys()].join(" or ")}`,
          value: region,
          remedy: `watch the key by Alarms of ${region}, or give the distribution notifications in ${edgeRegion}`,
        },
      ];
    }
    return [
      ...keyRegionProblems(`${argument}.arn`, arn, region),
      ...(typeof arn === "string" && arn === topicKeys.get(region) ? [ownKeyProblem(label, arn)] : []),
    ];
  });
}

/** KMS refuses a key from the moment that its deletion is scheduled, for the notice of it too. */
export function ownKeyProblem(label: string, arn: string): ArgumentProblem {
  return {
    argument: `subjects.keys.${label}.arn`,
    rule: "must not be the key of the topic: a notice encrypted with a key that was disabled is never delivered",
    value: arn,
    remedy: "encrypt the topic with a key of its own",
  };
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

function runbookProblems(url: string | undefined): ArgumentProblem[] {
  // The description of an alarm ends at 1024 characters, and the rest of it takes up to 400.
  if (url === undefined || (/^https:\/\/[^\s#"<>]+$/.test(url) && url.length <= 500)) return [];
  return [
    {
      argument: "runbookUrl",
      rule: "must be an https address of at most 500 characters without #, to which the alarm's own part is added",
      value: url,
      remedy: "use for example https://wiki.example.com/runbook",
    },
  ];
}
