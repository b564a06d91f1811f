import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";

/** A thing that CloudFront uses everywhere, and that AWS therefore wants in one Region: us-east-1. */
export type EdgeResource = "certificate" | "key" | "webAcl";

interface ArnRule {
  readonly right: RegExp;
  /** Certainly not what is needed. What is neither right nor wrong is left to AWS: mocks and emulators make up ARNs. */
  readonly wrong: RegExp;
  readonly rule: string;
  readonly remedy: string;
}

const arnRules: Readonly<Record<EdgeResource, ArnRule>> = {
  certificate: {
    right: /^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/,
    wrong: /^arn:aws[\w-]*:(iam:|acm:(?!us-east-1:))/,
    rule: "must be the ARN of an ACM certificate in us-east-1, the only Region CloudFront takes certificates from",
    remedy: "request the certificate in us-east-1 and pass its ARN",
  },
  key: {
    right: /^arn:aws:kms:us-east-1:\d{12}:key\/.+$/,
    wrong: /^arn:aws[\w-]*:kms:((?!us-east-1:)|.*:alias\/)/,
    rule: "must be the ARN of a KMS key in us-east-1, where the log group is",
    remedy: "create a key with region us-east-1, whose policy lets CloudWatch Logs use it",
  },
  webAcl: {
    right: /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/,
    wrong: /^arn:aws[\w-]*:(waf:|waf-regional:|wafv2:(?!us-east-1:)|wafv2:.*:regional\/)/,
    rule: "must be the ARN of a WAFv2 web ACL with scope CLOUDFRONT, which are in us-east-1",
    remedy: "pass the arn of a WebAcl; a REGIONAL web ACL or an id of WAF Classic does not work here",
  },
};

function problem(argument: string, resource: EdgeResource, value: string): ArgumentProblem {
  const { rule, remedy } = arnRules[resource];
  return { argument, rule, value, remedy };
}

/** What is wrong with `value`. An Output says nothing yet: `checkedArn` looks at it when its value is known. */
export function arnProblems(argument: string, resource: EdgeResource, value: pulumi.Input<string>): ArgumentProblem[] {
  const refused = typeof value === "string" && !arnRules[resource].right.test(value);
  return refused ? [problem(argument, resource, value)] : [];
}

/** What is certainly wrong with an ARN that became known during the deployment. */
export function foreignArnProblems(argument: string, resource: EdgeResource, arn: string): ArgumentProblem[] {
  return arnRules[resource].wrong.test(arn) ? [problem(argument, resource, arn)] : [];
}

/**
 * `value`, refused as soon as it is known to be of another Region or scope.
 * @throws ArgumentError out of the Output
 */
export function checkedArn(
  subject: string,
  argument: string,
  resource: EdgeResource,
  value: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi.output(value).apply((arn) => {
    assertNoProblems(subject, foreignArnProblems(argument, resource, arn));
    return arn;
  });
}
