import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";

/** A thing that CloudFront uses everywhere, and that AWS therefore wants in one Region: us-east-1. */
export type EdgeResource = "certificate" | "key" | "webAcl";

interface ArnRule {
  readonly pattern: RegExp;
  readonly rule: string;
  readonly remedy: string;
}

const arnRules: Readonly<Record<EdgeResource, ArnRule>> = {
  certificate: {
    pattern: /^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/,
    rule: "must be the ARN of an ACM certificate in us-east-1, the only Region CloudFront takes certificates from",
    remedy: "request the certificate in us-east-1 and pass its ARN",
  },
  key: {
    pattern: /^arn:aws:kms:us-east-1:\d{12}:key\/.+$/,
    rule: "must be the ARN of a KMS key in us-east-1, where the log group is",
    remedy: "create a key with region us-east-1, whose policy lets CloudWatch Logs use it",
  },
  webAcl: {
    pattern: /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/,
    rule: "must be the ARN of a WAFv2 web ACL with scope CLOUDFRONT, which are in us-east-1",
    remedy: "pass the arn of a WebAcl; a REGIONAL web ACL or an id of WAF Classic does not work here",
  },
};

/** What is wrong with `value`. An Output says nothing yet: `checkedArn` looks at it when its value is known. */
export function arnProblems(argument: string, resource: EdgeResource, value: pulumi.Input<string>): ArgumentProblem[] {
  const { pattern, rule, remedy } = arnRules[resource];
  return typeof value === "string" && !pattern.test(value) ? [{ argument, rule, value, remedy }] : [];
}

/**
 * `value`, refused as soon as it is known to be no ARN of such a resource in us-east-1.
 * @throws ArgumentError out of the Output
 */
export function checkedArn(
  subject: string,
  argument: string,
  resource: EdgeResource,
  value: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.output(value).apply((arn) => {
    assertNoProblems(subject, arnProblems(argument, resource, arn));
    return arn;
  });
}
