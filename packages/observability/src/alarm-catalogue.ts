import type { AlarmDefinition, AlarmSubjectKind } from "./alarm-definition";
import { backupVaultAlarms } from "./backup-alarms";
import { fleetAlarms, natGatewayAlarms, regionalNatGatewayAlarms, tableAlarms, tableIndexAlarms } from "./capacity-alarms";
import { accessLogAlarms, deadLetterQueueAlarms, eventRuleAlarms, logGroupAlarms } from "./delivery-alarms";
import { distributionAlarms, loadBalancerAlarms, targetGroupAlarms, webAclAlarms } from "./traffic-alarms";

/** Every alarm, by what it watches. */
export const alarmCatalogue: Readonly<Record<AlarmSubjectKind, readonly AlarmDefinition[]>> = {
  distribution: distributionAlarms,
  webAcl: webAclAlarms,
  loadBalancer: loadBalancerAlarms,
  targetGroup: targetGroupAlarms,
  fleet: fleetAlarms,
  table: tableAlarms,
  tableIndex: tableIndexAlarms,
  backupVault: backupVaultAlarms,
  natGateway: natGatewayAlarms,
  regionalNatGateway: regionalNatGatewayAlarms,
  eventRule: eventRuleAlarms,
  deadLetterQueue: deadLetterQueueAlarms,
  logGroup: logGroupAlarms,
  accessLog: accessLogAlarms,
  // The rules and the queue that carry the notices of key deletions are watched as any other rule and queue.
  keyNotice: eventRuleAlarms,
  keyNoticeQueue: deadLetterQueueAlarms,
};

/** Where RUNBOOK.md of this package is published. */
export const defaultRunbookUrl = "https://github.com/org/infra/blob/main/packages/observability/RUNBOOK.md";

/** Heading of the chapter on keys that are disabled or to be deleted, which are told without an alarm. */
export const keyNoticeChapter = "key-deletion";

/** What an alarm says when it goes off: what has happened, why it is told now, and what to do. */
export function alarmDescription({ key, meaning, reason }: AlarmDefinition, runbookUrl: string): string {
  return `${meaning} ${reason} Runbook: ${runbookUrl}#${key}`;
}
