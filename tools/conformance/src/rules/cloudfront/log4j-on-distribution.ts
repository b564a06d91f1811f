import type { Rule } from "../../rule";
import { hasManagedGroups, LOG4J_GROUPS } from "../../web-acl";

export const log4jOnDistribution: Rule = {
  id: "cloudfront/log4j-on-distribution",
  controls: { "CKV2_AWS_47": "UNKNOWN" },
  requirement: "The web ACL of a distribution has both managed groups against Log4j.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource, stack) => {
    const acl = stack.referred(resource, "webAclId", "aws:wafv2/webAcl:WebAcl");
    return acl === undefined ? undefined : hasManagedGroups(acl, LOG4J_GROUPS);
  },
};
