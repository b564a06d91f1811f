import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { nonexistent, wafMessage } from "./scope";
import { webAclType } from "./web-acl";

const associatePage = "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html";

const notForCloudFront: Rule = {
  id: "wafv2/association-not-for-cloudfront",
  source: associatePage,
  cause: "A distribution names its web ACL itself, and an ACL of CloudFront's scope protects distributions only.",
  remedy: "Set webAclId on the distribution; associate ACLs of scope REGIONAL with load balancers.",
  reads: ["resourceArn", "webAclArn"],
  refuse: (context) => {
    const resource = context.text("resourceArn") ?? "";
    const acl = context.text("webAclArn") ?? "";
    if (!resource.includes(":cloudfront:") && !/:global\/webacl\//.test(acl)) return undefined;
    const isResource = resource.includes(":cloudfront:");
    return {
      code: "WAFInvalidParameterException",
      message: wafMessage(
        "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by colons or slashes.",
        isResource ? "RESOURCE_ARN" : "WEB_ACL",
        isResource ? resource : acl,
      ),
    };
  },
};

export const webAclAssociation = defineResource({
  type: "aws:wafv2/webAclAssociation:WebAclAssociation",
  references: [
    { path: "webAclArn", to: webAclType, notFound: nonexistent },
    { path: "resourceArn", to: "aws:lb/loadBalancer:LoadBalancer" },
  ],
  rules: [notForCloudFront],
  create: (context) => ({ id: `${context.text("webAclArn") ?? ""},${context.text("resourceArn") ?? ""}` }),
});
