import type { Rule } from "../../rule";
import { webAclRules } from "../../web-acl";

export const webAclHasRules: Rule = {
  id: "wafv2/web-acl-has-rules",
  controls: { "FSBP:WAF.10": "MEDIUM" },
  requirement: "Web ACLs have rules.",
  subjects: ["aws:wafv2/webAcl:WebAcl"],
  judge: (resource) => webAclRules(resource).length > 0,
};
