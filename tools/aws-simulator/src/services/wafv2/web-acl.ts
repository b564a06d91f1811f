import { changesInput } from "../../changed-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal } from "../../rule";
import type { WorldObject } from "../../world-object";
import { leastCapacity } from "./capacity";
import { duplicate, scopeRule, wafArn } from "./scope";
import { webAclRules } from "./web-acl-rules";

export const webAclType = "aws:wafv2/webAcl:WebAcl";

export const webAcl = defineResource({
  type: webAclType,
  comparisons: { rules: "set" },
  name: { scope: { within: "scope" }, taken: duplicate },
  rules: [scopeRule("wafv2/web-acl-scope"), ...webAclRules],
  deleteRules: [
    {
      id: "wafv2/web-acl-associated",
      source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_DeleteWebACL.html",
      cause: "A web ACL is deleted only when it protects nothing.",
      remedy: "Take it from the distribution or load balancer first.",
      refuse: associated,
    },
  ],
  volatile: (context) => (changesInput(context, "rules") ? ["capacity", "lockToken"] : ["lockToken"]),
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const id = context.identifiers.uuid();
    return {
      id,
      arn: wafArn(context, "webacl", name, id),
      outputs: {
        ...outputs,
        applicationIntegrationUrl: "",
        capacity: leastCapacity(context.inputs),
        lockToken: context.identifiers.uuid(),
      },
    };
  },
  update: (context) => ({ capacity: leastCapacity(context.inputs), lockToken: context.identifiers.uuid() }),
});

function associated(object: WorldObject, context: ResourceContext): Refusal | undefined {
  const users = ["aws:cloudfront/distribution:Distribution", "aws:wafv2/webAclAssociation:WebAclAssociation"];
  if (!users.some((type) => context.referrers(type, object).length > 0)) return undefined;
  return {
    code: "WAFAssociatedItemException",
    message: "AWS WAF couldn’t perform the operation because your resource is being used by another resource or it’s associated with another resource.",
  };
}
