export { alarmCatalogue } from "./alarm-catalogue";
export type { AlarmDefinition, AlarmSubjectKind } from "./alarm-definition";
export { alarmName, type AlarmReference } from "./alarm-name";
export type {
  AlarmSubjects,
  WatchedDistribution,
  WatchedFleet,
  WatchedKey,
  WatchedLoadBalancer,
  WatchedRegionalNatGateway,
  WatchedTableIndex,
} from "./alarm-subjects";
export type { AlarmTopic } from "./alarm-topic";
export { Alarms, type AlarmsArgs } from "./alarms";
export { EncryptedLogGroup, type EncryptedLogGroupArgs } from "./encrypted-log-group";
export type { LogExport } from "./feedback-loop";
export type { KeyNotices } from "./key-notices";
export { logRetentionDays } from "./log-retention";
export {
  type EventLogGroup,
  ObjectCreatedEvents,
  type ObjectCreatedEventsArgs,
  type WatchedBucket,
} from "./object-created-events";
