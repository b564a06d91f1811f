import { itJudges, type RuleCases } from "../../rule-cases.fixture";
import { taggingRules } from "./index";

const tags = { Project: "shop", Environment: "dev", ManagedBy: "pulumi" };
const cases: RuleCases = {
  "tagging/tagged": {
    good: [
      ["aws:sns/topic:Topic", { tagsAll: tags }],
      ["aws:autoscaling/group:Group", { tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })) }],
      ["aws:ec2/route:Route", {}],
    ],
    bad: [["aws:sns/topic:Topic", { tagsAll: { Project: "shop", ManagedBy: "pulumi" } }]],
  },
};

describe("rules of tagging", () => {
  itJudges(taggingRules, cases);
});
