import { type AlarmDefinition, hour } from "./alarm-definition";

const jobsOfADay = {
  namespace: "AWS/Backup",
  dimensions: ["BackupVaultName"],
  region: "home",
  statistic: "Sum",
  period: hour,
  evaluationPeriods: 24,
  datapointsToAlarm: 1,
  comparison: "GreaterThanThreshold",
  threshold: 0,
  // AWS Backup reports jobs in a state only when there are some.
  treatMissingData: "notBreaching",
  affectsUsers: false,
} as const;

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html */
export const backupVaultAlarms: readonly AlarmDefinition[] = [
  {
    ...jobsOfADay,
    key: "failed-backup-jobs",
    metricName: "NumberOfBackupJobsFailed",
    meaning: "A backup into the vault has failed: what it was to keep can only be restored as it was before.",
    reason: "Each failed job is a backup that is missing; a day, as most jobs are daily, keeps the alarm on until the next one.",
  },
  {
    ...jobsOfADay,
    key: "expired-backup-jobs",
    metricName: "NumberOfBackupJobsExpired",
    meaning: "A backup into the vault has not begun within its start window, and AWS Backup no longer tries.",
    reason: "An expired job is missing as a failed one is, without having failed; a day keeps the alarm on until the next job.",
  },
];
