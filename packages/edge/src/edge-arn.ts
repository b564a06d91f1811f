import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";

/** A thing that CloudFront and its web ACL use, and that AWS wants in one Region (us-east-1) or under one name. */
export type EdgeResource =
  | "certificate"
  | "deliveryStream"
  | "key"
  | "loadBalancer"
  | "logGroup"
  | "wafLogBucket"
  | "webAcl";

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
  deliveryStream: {
    right: /^arn:aws:firehose:us-east-1:\d{12}:deliverystream\/.+$/,
    wrong: /^arn:aws[\w-]*:(?!firehose:us-east-1:)/,
    rule: "must be the ARN of a Firehose stream in us-east-1, where CloudFront delivers from",
    remedy: "create the stream with region us-east-1 and pass its ARN",
  },
  key: {
    right: /^arn:aws:kms:us-east-1:\d{12}:key\/.+$/,
    wrong: /^arn:aws[\w-]*:kms:((?!us-east-1:)|.*:alias\/)/,
    rule: "must be the ARN of a KMS key in us-east-1, where the log group is",
    remedy: "create a key with region us-east-1, whose policy lets CloudWatch Logs use it",
  },
  logGroup: {
    right: /^arn:aws:logs:us-east-1:\d{12}:log-group:[^:*]+$/,
    wrong: /^arn:aws[\w-]*:logs:((?!us-east-1:)|.*:\*$)/,
    rule: "must be the ARN of a log group in us-east-1, where CloudFront delivers from, without :* at its end",
    remedy: "create the log group with region us-east-1 and pass its ARN",
  },
  loadBalancer: {
    right: /^arn:aws:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer\/(app|net)\/.+$/,
    wrong: /^arn:aws[\w-]*:(?!elasticloadbalancing:.*:loadbalancer\/(app|net)\/)/,
    rule: "must be the ARN of an Application or Network Load Balancer",
    remedy: "pass the arn of the load balancer, not that of a listener or target group",
  },
  wafLogBucket: {
    right: /^arn:aws:s3:::aws-waf-logs-[a-z0-9.-]+$/,
    wrong: /^arn:aws[\w-]*:(?!s3:::aws-waf-logs-)/,
    rule: "must be the ARN of a bucket whose name starts with aws-waf-logs-, the only ones WAF logs to",
    remedy: "name the bucket so, for example aws-waf-logs-shop-prod",
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
