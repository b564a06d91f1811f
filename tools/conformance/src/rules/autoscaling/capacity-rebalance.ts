import type { Rule } from "../../rule";

export const capacityRebalance: Rule = {
  id: "autoscaling/capacity-rebalance",
  controls: { "prowler:autoscaling_group_capacity_rebalance_enabled": "MEDIUM" },
  requirement: "Groups replace Spot instances before they are taken away.",
  subjects: ["aws:autoscaling/group:Group"],
  judge: (resource) => resource.isTrue("capacityRebalance"),
};
