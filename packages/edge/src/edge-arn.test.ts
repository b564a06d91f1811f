import { output } from "@pulumi/pulumi";
import { arnProblems, type EdgeResource, foreignArnProblems } from "./edge-arn";

const good: Readonly<Record<EdgeResource, string>> = {
  certificate: "arn:aws:acm:us-east-1:123456789012:certificate/0d7a",
  deliveryStream: "arn:aws:firehose:us-east-1:123456789012:deliverystream/requests",
  key: "arn:aws:kms:us-east-1:123456789012:key/0d7a",
  logGroup: "arn:aws:logs:us-east-1:123456789012:log-group:/cloudfront/shop",
  loadBalancer: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0d7a",
  wafLogBucket: "arn:aws:s3:::aws-waf-logs-shop-prod",
  webAcl: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/0d7a",
};
const bad: readonly [EdgeResource, string, string][] = [
  ["certificate", "a certificate of another Region", "arn:aws:acm:eu-west-1:123456789012:certificate/0d7a"],
  ["certificate", "a certificate of IAM", "arn:aws:iam::123456789012:server-certificate/web"],
  ["deliveryStream", "a stream of another Region", "arn:aws:firehose:eu-west-1:123456789012:deliverystream/requests"],
  ["deliveryStream", "a stream of Kinesis", "arn:aws:kinesis:us-east-1:123456789012:stream/requests"],
  ["key", "a key of another Region", "arn:aws:kms:eu-west-1:123456789012:key/0d7a"],
  ["key", "an alias, which log groups do not take", "arn:aws:kms:us-east-1:123456789012:alias/edge"],
  ["key", "a key id without ARN", "0d7a"],
  ["logGroup", "a log group of another Region", "arn:aws:logs:eu-west-1:123456789012:log-group:/cloudfront/shop"],
  ["logGroup", "the streams of a log group", "arn:aws:logs:us-east-1:123456789012:log-group:/cloudfront/shop:*"],
  ["loadBalancer", "a listener", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/web/0d7a/0d7b"],
  ["loadBalancer", "a Gateway Load Balancer", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/gwy/web/0d7a"],
  ["wafLogBucket", "a bucket of another name", "arn:aws:s3:::shop-prod-waf-logs"],
  ["webAcl", "a REGIONAL web ACL", "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/edge/0d7a"],
  ["webAcl", "an id of WAF Classic", "473e64fd-f30b-4765-81a0-62ad96dd167a"],
];

describe("arnProblems", () => {
  it.each(Object.entries(good))("takes a %s where it has to be", (resource, arn) => {
    expect(arnProblems("argument", resource as EdgeResource, arn)).toEqual([]);
  });

  it.each(bad)("refuses as %s: %s", (resource, _, arn) => {
    const problems = arnProblems("argument", resource, arn);
    expect(problems.map(({ argument, value }) => [argument, value])).toEqual([["argument", arn]]);
  });

  it("says nothing about an Output, whose value is not known yet", () => {
    expect(arnProblems("argument", "certificate", output(bad[0][2]))).toEqual([]);
  });
});

describe("foreignArnProblems", () => {
  it.each(Object.entries(good))("takes a %s where it has to be", (resource, arn) => {
    expect(foreignArnProblems("argument", resource as EdgeResource, arn)).toEqual([]);
  });

  it.each(bad.filter(([, , arn]) => arn.startsWith("arn:")))("refuses as %s: %s", (resource, _, arn) => {
    const problems = foreignArnProblems("argument", resource, arn);
    expect(problems.map(({ argument, value }) => [argument, value])).toEqual([["argument", arn]]);
  });

  it.each(Object.keys(good))("takes the %s ARN that a mock makes up", (resource) => {
    expect(foreignArnProblems("argument", resource as EdgeResource, "edge-arn")).toEqual([]);
  });
});
