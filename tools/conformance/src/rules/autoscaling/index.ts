import type { Rule } from "../../rule";
import { capacityRebalance } from "./capacity-rebalance";
import { groupCooldown } from "./group-cooldown";
import { groupHealthChecks } from "./group-health-checks";
import { groupInTwoZones } from "./group-in-two-zones";
import { groupNotifications } from "./group-notifications";
import { groupTags } from "./group-tags";
import { groupUsesTemplate } from "./group-uses-template";
import { severalInstanceTypes } from "./several-instance-types";

export const autoscalingRules: readonly Rule[] = [
  groupHealthChecks,
  groupInTwoZones,
  severalInstanceTypes,
  groupUsesTemplate,
  groupCooldown,
  groupNotifications,
  groupTags,
  capacityRebalance,
];
