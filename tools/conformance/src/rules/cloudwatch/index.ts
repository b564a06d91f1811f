import type { Rule } from "../../rule";
import { alarmActions } from "./alarm-actions";
import { alarmActionsEnabled } from "./alarm-actions-enabled";
import { bucketPolicyChangesAlarm } from "./bucket-policy-changes-alarm";
import { configChangesAlarm } from "./config-changes-alarm";
import { failedSignInsAlarm } from "./failed-sign-ins-alarm";
import { gatewayChangesAlarm } from "./gateway-changes-alarm";
import { iamChangesAlarm } from "./iam-changes-alarm";
import { keyDeletionAlarm } from "./key-deletion-alarm";
import { logGroupWithCustomerKey } from "./log-group-with-customer-key";
import { logPolicyNotPublic } from "./log-policy-not-public";
import { networkAclChangesAlarm } from "./network-acl-changes-alarm";
import { organizationChangesAlarm } from "./organization-changes-alarm";
import { retentionExplicit } from "./retention-explicit";
import { retentionOfAYear } from "./retention-of-a-year";
import { rootUseAlarm } from "./root-use-alarm";
import { routeChangesAlarm } from "./route-changes-alarm";
import { securityGroupChangesAlarm } from "./security-group-changes-alarm";
import { signInWithoutMfaAlarm } from "./sign-in-without-mfa-alarm";
import { trailChangesAlarm } from "./trail-changes-alarm";
import { unauthorizedCallsAlarm } from "./unauthorized-calls-alarm";
import { vpcChangesAlarm } from "./vpc-changes-alarm";

export const cloudwatchRules: readonly Rule[] = [
  retentionOfAYear,
  retentionExplicit,
  logGroupWithCustomerKey,
  alarmActions,
  alarmActionsEnabled,
  logPolicyNotPublic,
  unauthorizedCallsAlarm,
  signInWithoutMfaAlarm,
  rootUseAlarm,
  iamChangesAlarm,
  trailChangesAlarm,
  failedSignInsAlarm,
  keyDeletionAlarm,
  bucketPolicyChangesAlarm,
  configChangesAlarm,
  securityGroupChangesAlarm,
  networkAclChangesAlarm,
  gatewayChangesAlarm,
  routeChangesAlarm,
  vpcChangesAlarm,
  organizationChangesAlarm,
];
