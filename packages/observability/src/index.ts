export { alarmCatalogue, type AlarmDefinition, type AlarmSubjectKind } from "./alarm-catalogue";
export type { AlarmSubjects, WatchedDistribution, WatchedFleet, WatchedLoadBalancer } from "./alarm-subjects";
export { Alarms, type AlarmsArgs, type AlarmTopic } from "./alarms";
export { EncryptedLogGroup, type EncryptedLogGroupArgs } from "./encrypted-log-group";
export { logRetentionDays } from "./log-retention";
export { type EventLogGroup, ObjectCreatedEvents, type ObjectCreatedEventsArgs } from "./object-created-events";
