import type { Rule } from "../../rule";

export const webAclOnLoadBalancer: Rule = {
  id: "elb/web-acl-on-load-balancer",
  controls: { "SecHub:ELB.16": "MEDIUM" },
  requirement: "A load balancer of the internet stands behind a web ACL of its own.",
  subjects: ["aws:lb/loadBalancer:LoadBalancer"],
  judge: (resource, stack) =>
    resource.isTrue("internal") || stack.referring("aws:wafv2/webAclAssociation:WebAclAssociation", "resourceArn", resource).length > 0,
};
