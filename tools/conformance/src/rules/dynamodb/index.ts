import type { Rule } from "../../rule";
import { pointInTimeRecovery } from "./point-in-time-recovery";
import { replicaPointInTimeRecovery } from "./replica-point-in-time-recovery";
import { replicasWithCustomerKey } from "./replicas-with-customer-key";
import { tableDeletionProtection } from "./table-deletion-protection";
import { tableEncryptionNotOff } from "./table-encryption-not-off";
import { tableInBackupPlan } from "./table-in-backup-plan";
import { tablePolicyOwnAccount } from "./table-policy-own-account";
import { tableScales } from "./table-scales";
import { tableWithCustomerKey } from "./table-with-customer-key";

export const dynamodbRules: readonly Rule[] = [
  tableScales,
  pointInTimeRecovery,
  tableDeletionProtection,
  tableInBackupPlan,
  tableWithCustomerKey,
  tableEncryptionNotOff,
  replicasWithCustomerKey,
  replicaPointInTimeRecovery,
  tablePolicyOwnAccount,
];
