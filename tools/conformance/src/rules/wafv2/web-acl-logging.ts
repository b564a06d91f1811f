import type { Rule } from "../../rule";

export const webAclLogging: Rule = {
  id: "wafv2/web-acl-logging",
  controls: { "SecHub:WAF.11": "LOW" },
  requirement: "Web ACLs log what they decide.",
  subjects: ["aws:wafv2/webAcl:WebAcl"],
  judge: (resource, stack) =>
    stack.referring("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "resourceArn", resource).length === 1,
};
