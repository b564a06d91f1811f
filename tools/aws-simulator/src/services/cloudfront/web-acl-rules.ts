import { parseArn } from "../../arn";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { webAclType } from "../wafv2/web-acl";

const webAclPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html";
const refusal = { code: "InvalidWebACLId", message: "Web ACL is not accessible by the requester." };

/** The web ACL's ARN; the ids of classic WAF are not looked at. */
function webAclArn(context: ResourceContext): string | undefined {
  const text = context.text("webAclId") ?? "";
  return parseArn(text)?.service === "wafv2" ? text : undefined;
}

const ofCloudFrontScope: Rule = {
  id: "cloudfront/web-acl-of-cloudfront-scope",
  source: webAclPage,
  cause: "A distribution takes web ACLs of scope CLOUDFRONT only, which live in us-east-1.",
  remedy: 'Create the web ACL with `scope: "CLOUDFRONT"` and `region: "us-east-1"`.',
  reads: ["webAclId"],
  refuse: (context) => {
    const arn = parseArn(webAclArn(context) ?? "");
    if (arn === undefined || arn.partition !== "aws") return undefined;
    return arn.region === "us-east-1" && arn.resource.startsWith("global/webacl/") ? undefined : refusal;
  },
};

const exists: Rule = {
  id: "cloudfront/web-acl-exists",
  source: webAclPage,
  cause: "The web ACL does not exist.",
  remedy: "Give the `arn` of a WebAcl.",
  reads: ["webAclId"],
  deploymentOnly: true,
  refuse: (context) => {
    const arn = webAclArn(context);
    if (arn === undefined || parseArn(arn)?.accountId !== context.accountId) return undefined;
    return context.findByArn(arn)?.type === webAclType ? undefined : refusal;
  },
};

/** What CloudFront refuses in a distribution's web ACL. */
export const distributionWebAclRules: readonly Rule[] = [ofCloudFrontScope, exists];
