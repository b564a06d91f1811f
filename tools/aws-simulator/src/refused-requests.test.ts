import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "./simulated-account.fixture";
import { Landscape } from "./services/landscape.fixture";

const document = (...Statement: PropertyMap[]): string => JSON.stringify({ Version: "2012-10-17", Statement });
const everybody = { Effect: "Allow", Principal: "*", Action: "s3:GetObject" };
const trust = document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" });
const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" };

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const SUBNET = "aws:ec2/subnet:Subnet";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const LISTENER = "aws:lb/listener:Listener";
const FLEET = "aws:autoscaling/group:Group";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const SECRET = "aws:secretsmanager/secret:Secret";
const TABLE = "aws:dynamodb/table:Table";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

const subnet = (l: Landscape, over: PropertyMap): unknown => l.account.create(SUBNET, "x", { vpcId: l.vpc().id, cidrBlock: "10.0.0.0/24", ...over });
const ingress = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create(INGRESS, "x", { securityGroupId: l.group().id, ipProtocol: "tcp", fromPort: 80, toPort: 80, ...over });
const balancer = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create(BALANCER, "x", { internal: true, subnets: [l.subnet("a").id, l.subnet("b").id], ...over });
const targets = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create("aws:lb/targetGroup:TargetGroup", "x", { port: 80, protocol: "HTTP", ...over });
const listener = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create(LISTENER, "x", { loadBalancerArn: l.balancer().id, port: 80, protocol: "HTTP", defaultActions: [{ type: "forward", targetGroupArn: l.targets().id }], ...over });
const fleet = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create(FLEET, "x", { minSize: 0, maxSize: 1, vpcZoneIdentifiers: [l.subnet().id], launchTemplate: { id: l.template().id }, ...over });
const role = (l: Landscape, assumeRolePolicy: string): unknown => l.account.create(ROLE, "x", { assumeRolePolicy });
const policy = (l: Landscape, text: string): unknown => l.account.create(POLICY, "x", { policy: text });
const key = (l: Landscape, ...statements: PropertyMap[]): string => l.account.create("aws:kms/key:Key", "x", { policy: document(...statements) }).outputs["arn"] as string;
const bucket = (l: Landscape, name = "acme-data"): string => l.account.create("aws:s3/bucket:Bucket", name, { bucket: name }).id;
const bucketPolicy = (l: Landscape, text: string): unknown => l.account.create("aws:s3/bucketPolicy:BucketPolicy", "x", { bucket: bucket(l), policy: text });
const table = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create(TABLE, "x", { hashKey: "id", attributes: [{ name: "id", type: "S" }], billingMode: "PAY_PER_REQUEST", ...over });
const webAcl = (l: Landscape, over: PropertyMap): string =>
  l.account.create("aws:wafv2/webAcl:WebAcl", "x", {
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "x", sampledRequestsEnabled: true },
    ...over,
  }).outputs["arn"] as string;
const rule = (name: string, priority: number): PropertyMap => ({
  name,
  priority,
  action: { block: {} },
  statement: { geoMatchStatement: { countryCodes: ["AQ"] } },
  visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true },
});
const behavior = { targetOriginId: "web", viewerProtocolPolicy: "redirect-to-https", allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"], cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6" };
const distribution = (l: Landscape, over: PropertyMap): unknown =>
  l.account.create("aws:cloudfront/distribution:Distribution", "x", {
    enabled: true,
    origins: [{ originId: "web", domainName: "www.example.com", customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] } }],
    defaultCacheBehavior: behavior,
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
    ...over,
  });

/** Requests that AWS refuses and that emulators were seen to accept, with the code of AWS's answer. */
const requests: readonly [string, string, (l: Landscape) => unknown][] = [
  ["VPC 10.0.0.0/8", "InvalidVpc.Range", (l) => l.vpc("big", "10.0.0.0/8")],
  ["subnet outside the VPC block", "InvalidSubnet.Range", (l) => subnet(l, { cidrBlock: "192.168.0.0/24" })],
  ["overlapping subnet", "InvalidSubnet.Conflict", (l) => [l.subnet(), subnet(l, { cidrBlock: "10.0.0.0/25" })]],
  ["subnet /29", "InvalidSubnet.Range", (l) => subnet(l, { cidrBlock: "10.0.0.0/29" })],
  ["subnet in a zone of another region", "InvalidParameterValue", (l) => subnet(l, { availabilityZone: "eu-west-1a" })],
  ["NAT gateway, VPC without internet gateway", "Gateway.NotAttached", (l) => l.account.create("aws:ec2/natGateway:NatGateway", "x", { subnetId: l.subnet().id, allocationId: l.address().id })],
  ["route to a detached internet gateway", "InvalidParameterValue", (l) => l.account.create("aws:ec2/route:Route", "x", { routeTableId: l.table().id, destinationCidrBlock: "0.0.0.0/0", gatewayId: l.account.create("aws:ec2/internetGateway:InternetGateway", "x").id })],
  ["security group rule, port 70000", "InvalidParameterValue", (l) => ingress(l, { toPort: 70_000, cidrIpv4: "0.0.0.0/0" })],
  ["security group rule, CIDR 10.0.0.0/33", "InvalidParameterValue", (l) => ingress(l, { cidrIpv4: "10.0.0.0/33" })],
  ["security group rule with unknown source group", "InvalidGroup.NotFound", (l) => ingress(l, { referencedSecurityGroupId: "sg-0123456789abcdef0" })],
  ["launch template user data not Base64", "InvalidUserData.Malformed", (l) => l.template("x", { userData: "#!/bin/sh" })],
  ["ALB with one subnet", "ValidationError", (l) => balancer(l, { subnets: [l.subnet().id] })],
  ["ALB with two subnets of one zone", "ValidationError", (l) => balancer(l, { subnets: [l.subnet().id, l.account.create(SUBNET, "second", { vpcId: l.vpc().id, cidrBlock: "10.0.9.0/24", availabilityZone: "us-east-1a" }).id] })],
  ["ALB with a security group of another VPC", "InvalidConfigurationRequest", (l) => balancer(l, { securityGroups: [l.group("foreign", l.foreignVpc()).id] })],
  ["ALB name of 33 characters", "ValidationError", (l) => balancer(l, { name: "a-name-of-thirty-three-characters" })],
  ["ALB name internal-x", "ValidationError", (l) => balancer(l, { name: "internal-x" })],
  ["target group, health timeout 20 >= interval 10", "ValidationError", (l) => targets(l, { vpcId: l.vpc().id, healthCheck: { timeout: 20, interval: 10 } })],
  ["target group without VPC", "ValidationError", (l) => targets(l, {})],
  ["HTTPS listener without certificate", "ValidationError", (l) => listener(l, { protocol: "HTTPS" })],
  ["ALB listener to a TCP target group", "IncompatibleProtocols", (l) => listener(l, { defaultActions: [{ type: "forward", targetGroupArn: l.targets("tcp", { protocol: "TCP" }).id }] })],
  ["listener to a target group of another VPC", "InvalidConfigurationRequest", (l) => listener(l, { defaultActions: [{ type: "forward", targetGroupArn: l.targets("foreign", { vpcId: l.foreignVpc().id }).id }] })],
  ["forward weight 1000", "ValidationException", (l) => listener(l, { defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: l.targets().id, weight: 1000 }] } }] })],
  ["TCP listener on an ALB", "ValidationError", (l) => listener(l, { protocol: "TCP" })],
  ["Auto Scaling group, min 5 > max 2", "ValidationError", (l) => fleet(l, { minSize: 5, maxSize: 2 })],
  ["Auto Scaling group, desired 3 > max 1", "ValidationError", (l) => fleet(l, { desiredCapacity: 3 })],
  ["Auto Scaling group with unknown launch template", "ValidationError", (l) => fleet(l, { launchTemplate: { id: "lt-0123456789abcdef0" } })],
  ["Auto Scaling group with unknown subnet", "ValidationError", (l) => fleet(l, { vpcZoneIdentifiers: ["subnet-0123456789abcdef0"] })],
  ["Auto Scaling group with unknown target group", "ValidationError", (l) => fleet(l, { targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/x/0123456789abcdef"] })],
  ["trust policy with Resource", "MalformedPolicyDocument", (l) => role(l, document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole", Resource: "*" }))],
  ["IAM policy document {", "MalformedPolicyDocument", (l) => policy(l, "{")],
  ["identity policy with Principal", "MalformedPolicyDocument", (l) => policy(l, document({ ...everybody, Resource: "*" }))],
  ["identity policy, resource not an ARN", "MalformedPolicyDocument", (l) => policy(l, document({ Effect: "Allow", Action: "s3:GetObject", Resource: "acme-data" }))],
  ["trust policy over 2048 characters", "LimitExceeded", (l) => role(l, document({ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole", Condition: { StringEquals: { "aws:x": "y".repeat(2048) } } }))],
  ["key policy that locks everybody out", "MalformedPolicyDocumentException", (l) => key(l, { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: "kms:Encrypt", Resource: "*" })],
  ["log group, key policy lacks the logs service", "AccessDeniedException", (l) => l.account.create(LOG_GROUP, "x", { name: "x", kmsKeyId: key(l, root) })],
  ["log group with a missing key", "AccessDeniedException", (l) => l.account.create(LOG_GROUP, "x", { name: "x", kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-4333-8444-555555555555" })],
  ["retention 42 days", "InvalidParameterException", (l) => l.account.create(LOG_GROUP, "x", { name: "x", retentionInDays: 42 })],
  ["secret name `bad name!`", "ValidationException", (l) => l.account.create(SECRET, "x", { name: "bad name!" })],
  ["secret re-created while pending deletion", "InvalidRequestException", (l) => [l.account.delete(l.account.create(SECRET, "x", { name: "db" })), l.account.create(SECRET, "y", { name: "db" })]],
  ["bucket name Bad_Bucket", "InvalidBucketName", (l) => bucket(l, "Bad_Bucket")],
  ["bucket ACL under BucketOwnerEnforced", "AccessControlListNotSupported", (l) => l.account.create("aws:s3/bucketAcl:BucketAcl", "x", { bucket: bucket(l), acl: "log-delivery-write" })],
  ["bucket policy {", "MalformedPolicy", (l) => bucketPolicy(l, "{")],
  ["bucket policy on another bucket's ARN", "MalformedPolicy", (l) => bucketPolicy(l, document({ ...everybody, Principal: { AWS: "123456789012" }, Resource: "arn:aws:s3:::other/*" }))],
  ["bucket policy with unknown role principal", "MalformedPolicy", (l) => bucketPolicy(l, document({ ...everybody, Principal: { AWS: "arn:aws:iam::123456789012:role/nobody" }, Resource: "arn:aws:s3:::acme-data/*" }))],
  ["public policy under BlockPublicPolicy", "AccessDenied", (l) => bucketPolicy(l, document({ ...everybody, Resource: "arn:aws:s3:::acme-data/*" }))],
  ["table with an unused attribute", "ValidationException", (l) => table(l, { attributes: [{ name: "id", type: "S" }, { name: "other", type: "S" }] })],
  ["PAY_PER_REQUEST with throughput", "ValidationException", (l) => table(l, { readCapacity: 5, writeCapacity: 5 })],
  ["CLOUDFRONT web ACL in eu-west-1", "WAFInvalidParameterException", (l) => webAcl(l, { region: "eu-west-1" })],
  ["two WAF rules with one priority", "WAFInvalidParameterException", (l) => webAcl(l, { rules: [rule("a", 1), rule("b", 1)] })],
  ["distribution with unknown targetOriginId", "NoSuchOrigin", (l) => distribution(l, { defaultCacheBehavior: { ...behavior, targetOriginId: "api" } })],
  ["distribution with a REGIONAL web ACL", "InvalidWebACLId", (l) => distribution(l, { webAclId: webAcl(l, { scope: "REGIONAL" }) })],
  ["distribution with an eu-west-1 certificate", "InvalidViewerCertificate", (l) => distribution(l, { aliases: ["www.example.com"], viewerCertificate: { acmCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-4333-8444-555555555555", sslSupportMethod: "sni-only" } })],
  ["distribution alias without certificate", "InvalidViewerCertificate", (l) => distribution(l, { aliases: ["www.example.com"] })],
  ["distribution logging to a bucket without ACLs", "InvalidArgument", (l) => distribution(l, { loggingConfig: { bucket: `${bucket(l)}.s3.amazonaws.com` } })],
  ["ForwardedValues plus cache policy", "InvalidArgument", (l) => distribution(l, { defaultCacheBehavior: { ...behavior, forwardedValues: { queryString: false, cookies: { forward: "none" } } } })],
  ["delete a VPC that has subnets", "DependencyViolation", (l) => [l.subnet(), l.account.delete(l.vpc())]],
  ["delete a target group in use by a listener", "ResourceInUse", (l) => [listener(l, {}), l.account.delete(l.targets())]],
];

test("57 requests are tried", () => {
  expect(requests).toHaveLength(57);
});

test.each(requests)("%s: %s", (_what, code, request) => {
  expect(refusalOf(() => request(new Landscape())).code).toBe(code);
});

test("their neighbours are taken: a whole small system goes up", () => {
  const landscape = new Landscape();
  const account: SimulatedAccount = landscape.account;
  listener(landscape, {});
  fleet(landscape, { targetGroupArns: [landscape.targets().id] });
  role(landscape, trust);
  key(landscape, root);
  table(landscape, {});
  distribution(landscape, { webAclId: webAcl(landscape, { rules: [rule("a", 1), rule("b", 2)] }) });
  expect(account.aws.warnings).toEqual([]);
});
