import type { FunctionDefinition } from "../invoke-function";
import { getAmi } from "./get-ami";
import { getAvailabilityZone } from "./get-availability-zone";
import { getAvailabilityZones } from "./get-availability-zones";
import { getCallerIdentity } from "./get-caller-identity";
import { getCanonicalUserId } from "./get-canonical-user-id";
import { getElbServiceAccount } from "./get-elb-service-account";
import { getLbHostedZoneId } from "./get-lb-hosted-zone-id";
import { getLogDeliveryCanonicalUserId } from "./get-log-delivery-canonical-user-id";
import { getManagedPrefixList } from "./get-managed-prefix-list";
import { getPartition } from "./get-partition";
import { getPolicyDocument } from "./get-policy-document";
import { getPrefixList } from "./get-prefix-list";
import { getRandomPassword } from "./get-random-password";
import { getRegion } from "./get-region";
import { getSsmParameter } from "./get-ssm-parameter";
import { getSubnet, getVpc } from "./lookup";

/** Every data source that is simulated, by its token. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    getAmi,
    getAvailabilityZone,
    getAvailabilityZones,
    getCallerIdentity,
    getCanonicalUserId,
    getElbServiceAccount,
    getLbHostedZoneId,
    getLogDeliveryCanonicalUserId,
    getManagedPrefixList,
    getPartition,
    getPolicyDocument,
    getPrefixList,
    getRandomPassword,
    getRegion,
    getSsmParameter,
    getSubnet,
    getVpc,
  ].map((definition) => [definition.token, definition]),
);
