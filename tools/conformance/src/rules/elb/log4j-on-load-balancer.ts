import type { Rule } from "../../rule";
import { hasManagedGroups, LOG4J_GROUPS } from "../../web-acl";

export const log4jOnLoadBalancer: Rule = {
  id: "elb/log4j-on-load-balancer",
  controls: { "CKV2_AWS_76": "UNKNOWN" },
  requirement: "The web ACL of a load balancer has the managed rules against Log4j.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource, stack) => {
    if (resource.isTrue("internal")) return undefined;
    const associations = stack.referring("aws:wafv2/webAclAssociation:WebAclAssociation", "resourceArn", resource);
    return associations.some((association) => {
      const acl = stack.referred(association, "webAclArn", "aws:wafv2/webAcl:WebAcl");
      return acl !== undefined && hasManagedGroups(acl, LOG4J_GROUPS);
    });
  },
};
