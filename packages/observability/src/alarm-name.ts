import { assertNoProblems, childName, Naming } from "@org/infra-naming";
import { alarmCatalogue } from "./alarm-catalogue";
import type { AlarmSubjectKind } from "./alarm-definition";

/** One alarm of an `Alarms`. */
export interface AlarmReference {
  /** Kind of what is watched. */
  readonly kind: AlarmSubjectKind;
  /** Its name in `subjects`. @default none, for what there is only one of */
  readonly label?: string;
  /** Which alarm of that kind's in the catalogue: `target-5xx`. */
  readonly key: string;
}

/**
 * The physical name of an alarm, for what has to know it before there are `Alarms`: the instance refresh of a fleet stops
 * when it goes off, while `Alarms` itself has to know the fleet.
 *
 * AWS asks of such an alarm that it is there and `OK` when a refresh starts. The first deployment of a group starts none.
 *
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html
 *
 * @param name the name that the `Alarms` get
 * @param reference whether the `Alarms` watch such a subject is not looked at
 * @param naming that of the `Alarms`
 * @throws ArgumentError when the catalogue has no such alarm
 */
export function alarmName(name: string, reference: AlarmReference, naming = Naming.ofStack()): string {
  const keys = alarmCatalogue[reference.kind].map(({ key }) => key);
  const known = keys.includes(reference.key);
  const problem = {
    argument: "key",
    rule: `must be of an alarm of the kind ${reference.kind}`,
    value: reference.key,
    remedy: `use ${keys.join(" or ")}`,
  };
  assertNoProblems(`alarmName of "${name}"`, known ? [] : [problem]);
  return physicalAlarmName(childName(name, alarmKey(reference)), naming);
}

/** What tells an alarm from the others of the same `Alarms`: its subject's kind and name, and its own key. */
export function alarmKey({ kind, label, key }: AlarmReference): string {
  const kebab = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return [kebab, ...(label === undefined ? [] : [label]), key].join("-");
}

export function physicalAlarmName(role: string, naming: Naming): string {
  return naming.physicalName("aws:cloudwatch/metricAlarm:MetricAlarm", role);
}
