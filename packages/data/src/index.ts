export { type BackedUpResource, BackupPlan, type BackupPlanArgs } from "./backup-plan";
export { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
export { GeneratedSecret, type GeneratedSecretArgs } from "./generated-secret";
export type { GrantStatement } from "./grant-statement";
export type { KeyConsumers } from "./key-policy";
export {
  LogBucket,
  type LogBucketArgs,
  type LogBucketSettingsArgs,
  type LogWriters,
} from "./log-bucket";
export { logBucketName } from "./log-bucket-settings";
export type { LogRetention } from "./log-retention";
export type {
  AlbLogWriter,
  CloudFrontLogWriter,
  CloudFrontV2LogWriter,
  FlowLogsWriter,
  LogWriter,
  LogWriterKind,
  S3ServerLogWriter,
  WafLogWriter,
} from "./log-writer";
export type { Profile } from "./profile";
export { type PrimaryKey, ReplicaKey, type ReplicaKeyArgs } from "./replica-key";
export { Secret, type SecretArgs } from "./secret";
export type { SecretRotation } from "./stored-secret-plan";
export { Table, type TableArgs } from "./table";
export type { CapacityRange, TableCapacity } from "./table-capacity";
export type { GlobalIndex, IndexProjection, LocalIndex } from "./table-indexes";
export type { TableKey } from "./table-keys";
export type { StreamView } from "./table-plan";
export type { TableReplica, TableReplicas } from "./table-replicas";
export type { TableScaling } from "./table-scaling";
export type { WarmThroughput, WarmUnits } from "./table-throughput";
export type { WriterBucket } from "./writer-bucket";
