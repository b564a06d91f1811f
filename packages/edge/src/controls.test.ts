import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, describeControls } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Key } from "@pulumi/aws/kms";
import { Zone } from "@pulumi/aws/route53";
import { Bucket } from "@pulumi/aws/s3";
import { resolve } from "node:path";
import { Certificate } from "./certificate";
import { Distribution, type DistributionArgs } from "./distribution";
import { logBucket } from "./distribution.fixture";
import { OriginVerification } from "./origin-verification";
import { WebAcl, type WebAclArgs } from "./web-acl";

const domainName = "web.us-east-1.elb.amazonaws.com";
const wwwName = "www.example.com";

/** What other packages would give. */
const surroundings = /^(zone|key|logs|deliveries)$/;
const zone = () => new Zone("zone", { name: "example.com" });
const logDelivery = (): DistributionArgs["logging"] => {
  const { arn } = new Bucket("deliveries", { bucket: "test-dev-deliveries" });
  return { kind: "v2", destination: { kind: "bucket", bucket: { arn } } };
};
const key = () => {
  const users = [{ AWS: "arn:aws:iam::123456789012:root" }, { Service: "logs.us-east-1.amazonaws.com" }];
  const Statement = users.map((Principal) => ({ Effect: "Allow", Principal, Action: "kms:*", Resource: "*" }));
  return new Key("key", { policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
};

/** Nothing but what has no default. */
function withDefaults(): void {
  new Certificate("www", { domainName: wwwName, hostedZoneId: zone().zoneId });
  new OriginVerification("origin", { source: { kind: "generated", kmsKeyArn: key().arn } });
  const { arn: webAclArn } = new WebAcl("edge");
  new Distribution("edge", { origin: { kind: "custom", domainName, protocol: "http-only" }, logging: logDelivery(), webAclArn });
}

const ruleGroups: WebAclArgs["ruleGroups"] = ["AWSManagedRulesAnonymousIpList", "AWSManagedRulesKnownBadInputsRuleSet"];

/** Whatever the controls take. */
function withAll(): void {
  const { zoneId } = zone();
  const { arn: kmsKeyArn } = key();
  const { arn: certificateArn } = new Certificate("www", { domainName: wwwName, hostedZoneId: zoneId });
  const verification = new OriginVerification("origin", { source: { kind: "generated", kmsKeyArn } });
  new Distribution("edge", {
    origin: { kind: "custom", domainName, protocol: "https-only", verification },
    logging: { kind: "legacy", bucket: logBucket() },
    webAclArn: new WebAcl("edge", { ruleGroups, logKmsKeyArn: kmsKeyArn }).arn,
    customDomain: { names: [wwwName], certificateArn, hostedZoneId: zoneId },
    countries: { allow: ["DE"] },
  });
}

async function judge(program: () => void) {
  return checkConformance(await deploy({ providers: [new SimulatedAws()], program }), { surroundings });
}

describeControls(resolve(__dirname, "../README.md"), {
  byDefault: () => judge(withDefaults),
  taking: [() => judge(withAll)],
});
