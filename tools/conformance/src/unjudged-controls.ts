/** Controls of the same resource types that nobody can judge before the stack runs, and what shows them then. */
export const runtimeControls: Readonly<Record<string, string>> = {
  "AWS-0344": "how an image is looked up is no resource; a linter or the sources show it",
  "CIS3.0:2.1.3": "Macie classifies the data of the account",
  "FSBP:ACM.1": "expiry is a date; certificates that are validated by DNS renew themselves",
  "FSBP:EC2.1": "snapshots are made while the stack runs",
  "FSBP:EC2.4": "instances are stopped while the stack runs; groups terminate instead",
  "FSBP:KMS.3": "keys are scheduled for deletion while the stack runs",
  "FSBP:SSM.1": "instances register with Systems Manager while they run",
  "FSBP:SSM.2": "patches are counted on running instances",
  "FSBP:SSM.3": "associations are counted on running instances",
  "FSBP:SecretsManager.2": "rotations succeed or fail while the stack runs",
  "FSBP:SecretsManager.3": "use of a secret is counted while the stack runs",
  "prowler:cloudwatch_log_group_no_secrets_in_logs": "what is logged is known while the stack runs",
  "prowler:ec2_instance_with_outdated_ami": "the age of an image depends on the day",
};

/** Controls that a deployed stack could be judged by, and for which no rule is written yet. */
export const controlsNotYetJudged: readonly string[] = [];
