import type { Rule } from "../../rule";
import { abortsUploads } from "./aborts-uploads";
import { accountPublicAccessBlocked } from "./account-public-access-blocked";
import { bucketKey } from "./bucket-key";
import { dnsName } from "./dns-name";
import { encryptedWithCustomerKey } from "./encrypted-with-customer-key";
import { encryptionExplicit } from "./encryption-explicit";
import { eventNotifications } from "./event-notifications";
import { lifecycle } from "./lifecycle";
import { mfaDelete } from "./mfa-delete";
import { noAcls } from "./no-acls";
import { noForeignAdministration } from "./no-foreign-administration";
import { noGrantToAnyAccount } from "./no-grant-to-any-account";
import { noLockout } from "./no-lockout";
import { noOpenAllow } from "./no-open-allow";
import { noPublicRead } from "./no-public-read";
import { noPublicWrite } from "./no-public-write";
import { objectLock } from "./object-lock";
import { objectReadsRecorded } from "./object-reads-recorded";
import { objectWritesRecorded } from "./object-writes-recorded";
import { oldVersionsExpire } from "./old-versions-expire";
import { publicAccessBlocked } from "./public-access-blocked";
import { publicAclsBlocked } from "./public-acls-blocked";
import { publicAclsIgnored } from "./public-acls-ignored";
import { publicBucketsRestricted } from "./public-buckets-restricted";
import { publicPoliciesBlocked } from "./public-policies-blocked";
import { replication } from "./replication";
import { serverAccessLogging } from "./server-access-logging";
import { tlsOnly } from "./tls-only";
import { versioning } from "./versioning";
import { websiteBehindCloudfront } from "./website-behind-cloudfront";

export const s3Rules: readonly Rule[] = [
  publicAccessBlocked,
  publicAclsBlocked,
  publicPoliciesBlocked,
  publicAclsIgnored,
  publicBucketsRestricted,
  accountPublicAccessBlocked,
  noPublicRead,
  noPublicWrite,
  noGrantToAnyAccount,
  tlsOnly,
  noForeignAdministration,
  serverAccessLogging,
  noAcls,
  lifecycle,
  abortsUploads,
  oldVersionsExpire,
  eventNotifications,
  versioning,
  objectLock,
  encryptedWithCustomerKey,
  encryptionExplicit,
  bucketKey,
  replication,
  mfaDelete,
  noOpenAllow,
  noLockout,
  websiteBehindCloudfront,
  dnsName,
  objectWritesRecorded,
  objectReadsRecorded,
];
