import { itJudges, type RuleCases } from "../../rule-cases.fixture";
import { autoscalingRules } from "./index";

const cases: RuleCases = {
  "autoscaling/group-health-checks": {
    good: [["aws:autoscaling/group:Group", { targetGroupArns: ["arn:t"], healthCheckType: "ELB", healthCheckGracePeriod: 60 }]],
    bad: [["aws:autoscaling/group:Group", { targetGroupArns: ["arn:t"] }]],
  },
  "autoscaling/group-in-two-zones": {
    good: [["aws:autoscaling/group:Group", { vpcZoneIdentifiers: ["subnet-1", "subnet-2"] }]],
    bad: [["aws:autoscaling/group:Group", { vpcZoneIdentifiers: ["subnet-1"] }]],
  },
  "autoscaling/several-instance-types": {
    good: [
      ["aws:autoscaling/group:Group", { mixedInstancesPolicy: { launchTemplate: { overrides: [{ instanceType: "t3.micro" }, { instanceType: "t3a.micro" }] } } }],
    ],
    bad: [["aws:autoscaling/group:Group", { launchTemplate: { id: "lt-1" } }]],
  },
  "autoscaling/group-uses-template": {
    good: [["aws:autoscaling/group:Group", { launchTemplate: { id: "lt-1" } }]],
    bad: [["aws:autoscaling/group:Group", { launchConfiguration: "lc" }]],
  },
  "autoscaling/group-cooldown": {
    good: [["aws:autoscaling/group:Group", { defaultCooldown: 300 }]],
    bad: [["aws:autoscaling/group:Group", { defaultCooldown: 0 }]],
  },
  "autoscaling/group-notifications": {
    good: [
      ["aws:autoscaling/group:Group", { name: "g" }],
      ["aws:autoscaling/notification:Notification", { groupNames: ["g"], notifications: ["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"] }],
    ],
    bad: [["aws:autoscaling/group:Group", { name: "g" }]],
  },
  "autoscaling/group-tags": {
    good: [["aws:autoscaling/group:Group", { tags: [{ key: "a", value: "b", propagateAtLaunch: true }] }]],
    bad: [["aws:autoscaling/group:Group", {}]],
  },
  "autoscaling/capacity-rebalance": {
    good: [["aws:autoscaling/group:Group", { capacityRebalance: true }]],
    bad: [["aws:autoscaling/group:Group", {}]],
  },
};

describe("rules of autoscaling", () => {
  itJudges(autoscalingRules, cases);
});
