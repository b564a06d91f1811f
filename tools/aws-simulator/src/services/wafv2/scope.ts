import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";

/** Region that things of CloudFront's scope live in. */
const GLOBAL_REGION = "us-east-1";

/** The ARN of something of WAF: `global` or `regional` stands before the kind. */
export function wafArn(context: ResourceContext, kind: string, name: string, id: string): string {
  const place = context.text("scope") === "CLOUDFRONT" ? "global" : "regional";
  return context.arn("wafv2", `${place}/${kind}/${name}/${id}`);
}

/** The words of WAF's refusals. */
export function wafMessage(reason: string, field: string, parameter: string): string {
  return `Error reason: ${reason}, field: ${field}, parameter: ${parameter}`;
}

/** The rule that the scope is known, and that CloudFront's is used in us-east-1. */
export function scopeRule(id: string): Rule {
  return {
    id,
    source: "https://github.com/aws-solutions/aws-waf-security-automations/issues/300",
    cause: "WAF keeps what protects CloudFront in us-east-1 only.",
    remedy: 'Set `region` to "us-east-1" on the resource, or `scope` to REGIONAL for a load balancer.',
    reads: ["scope", "region"],
    refuse: (context) => {
      const scope = context.text("scope");
      if (scope === undefined || scope === "REGIONAL") return undefined;
      if (scope === "CLOUDFRONT" && (context.region === GLOBAL_REGION || context.partition.id !== "aws")) return undefined;
      return {
        code: "WAFInvalidParameterException",
        message: wafMessage("The scope is not valid.", "SCOPE_VALUE", scope),
        ...(scope === "CLOUDFRONT" ? {} : { remedy: "Set `scope` to CLOUDFRONT or REGIONAL." }),
      };
    },
  };
}

/** WAF's answer to a name that is taken. */
export function duplicate(): { readonly code: string; readonly message: string } {
  return {
    code: "WAFDuplicateItemException",
    message: "AWS WAF couldn’t perform the operation because some resource in your request is a duplicate of an existing one.",
  };
}

/** WAF's answer to something that does not exist. */
export function nonexistent(): { readonly code: string; readonly message: string } {
  return {
    code: "WAFNonexistentItemException",
    message: "AWS WAF couldn’t perform the operation because your resource doesn’t exist.",
  };
}
