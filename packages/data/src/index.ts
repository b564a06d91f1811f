export { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
export { GeneratedSecret, type GeneratedSecretArgs } from "./generated-secret";
export type { KeyConsumers } from "./key-policy";
export { LogBucket, type LogBucketArgs } from "./log-bucket";
export type { LogRetention } from "./log-bucket-plan";
export type { LogWriter, LogWriterKind } from "./log-writer";
export type { Profile } from "./profile";
export { Table, type TableArgs } from "./table";
export type { TableCapacity, TableKey } from "./table-plan";
