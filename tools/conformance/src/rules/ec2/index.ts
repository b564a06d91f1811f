import type { Rule } from "../../rule";
import { accountImdsv2 } from "./account-imdsv2";
import { configurationImdsv2 } from "./configuration-imdsv2";
import { configurationVolumesEncrypted } from "./configuration-volumes-encrypted";
import { configurationWithoutPublicAddress } from "./configuration-without-public-address";
import { detailedMonitoring } from "./detailed-monitoring";
import { ebsOptimized } from "./ebs-optimized";
import { encryptionByDefault } from "./encryption-by-default";
import { instanceImdsv2 } from "./instance-imdsv2";
import { instanceRole } from "./instance-role";
import { instanceTerminationProtection } from "./instance-termination-protection";
import { instanceWithoutPublicAddress } from "./instance-without-public-address";
import { metadataHopLimit } from "./metadata-hop-limit";
import { noParavirtualInstances } from "./no-paravirtual-instances";
import { oneNetworkInterface } from "./one-network-interface";
import { snapshotsNotPublic } from "./snapshots-not-public";
import { templateImdsv2 } from "./template-imdsv2";
import { templateVolumesEncrypted } from "./template-volumes-encrypted";
import { templateWithoutPublicAddress } from "./template-without-public-address";
import { userDataWithoutSecrets } from "./user-data-without-secrets";
import { volumesEncrypted } from "./volumes-encrypted";
import { volumesEndWithInstance } from "./volumes-end-with-instance";
import { volumesInBackupPlan } from "./volumes-in-backup-plan";
import { volumesWithCustomerKey } from "./volumes-with-customer-key";

export const ec2Rules: readonly Rule[] = [
  templateImdsv2,
  instanceImdsv2,
  configurationImdsv2,
  metadataHopLimit,
  accountImdsv2,
  templateWithoutPublicAddress,
  instanceWithoutPublicAddress,
  configurationWithoutPublicAddress,
  templateVolumesEncrypted,
  volumesEncrypted,
  encryptionByDefault,
  volumesWithCustomerKey,
  detailedMonitoring,
  instanceTerminationProtection,
  ebsOptimized,
  userDataWithoutSecrets,
  oneNetworkInterface,
  noParavirtualInstances,
  snapshotsNotPublic,
  volumesInBackupPlan,
  instanceRole,
  configurationVolumesEncrypted,
  volumesEndWithInstance,
];
