import type { PropertyMap } from "@org/offline-engine";
import { testRules } from "../../rule-cases.fixture";
import { UNKNOWN } from "@org/offline-engine";
import type { Landscape } from "../landscape.fixture";
import { loadBalancer } from "./load-balancer";
import { targetGroup } from "./target-group";

const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const TARGETS = "aws:lb/targetGroup:TargetGroup";
const SUBNET = "aws:ec2/subnet:Subnet";

function internal(landscape: Landscape, over: PropertyMap = {}): PropertyMap {
  return { internal: true, subnets: [landscape.subnet("a").id, landscape.subnet("b").id], ...over };
}

function targets(landscape: Landscape, over: PropertyMap = {}): PropertyMap {
  return { port: 80, protocol: "HTTP", vpcId: landscape.vpc().id, ...over };
}

function subnetIn(landscape: Landscape, availabilityZone: string): string {
  return landscape.account.create(SUBNET, availabilityZone, { vpcId: landscape.vpc().id, cidrBlock: "10.0.64.0/24", availabilityZone }).id;
}

function logBucket(landscape: Landscape, allowed: boolean): string {
  const bucket = landscape.account.create("aws:s3/bucket:Bucket", "logs", { bucket: "acme-logs" });
  const service = allowed ? "logdelivery.elasticloadbalancing.amazonaws.com" : "delivery.logs.amazonaws.com";
  const statement = { Effect: "Allow", Principal: { Service: service }, Action: "s3:PutObject", Resource: "arn:aws:s3:::acme-logs/alb/AWSLogs/123456789012/*" };
  landscape.account.create("aws:s3/bucketPolicy:BucketPolicy", "logs", {
    bucket: bucket.id,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
  });
  return bucket.id;
}

testRules(
  [
    {
      rule: "lb/load-balancer-subnets-given",
      code: "ValidationError",
      message: "one of `subnet_mapping,subnets` must be specified",
      remedy: "Pass subnets or subnetMappings.",
      bad: (l) => l.account.create(BALANCER, "a", { internal: true }),
      good: (l) => l.account.create(BALANCER, "a", internal(l)),
    },
    {
      rule: "lb/load-balancer-two-zones",
      code: "ValidationError",
      message: "At least two subnets in two different Availability Zones must be specified",
      remedy: "Pass subnets of at least two availability zones.",
      bad: (l) => l.account.preview(BALANCER, "a", { subnets: [UNKNOWN] }),
      good: (l) => l.account.preview(BALANCER, "a", { subnets: [UNKNOWN, UNKNOWN] }),
    },
    {
      rule: "lb/load-balancer-two-zones",
      code: "ValidationError",
      message: "At least two subnets in two different Availability Zones must be specified",
      remedy: "Pass subnets of at least two availability zones.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [l.subnet("a").id] })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [l.subnet("a").id], loadBalancerType: "network" })),
    },
    {
      rule: "lb/load-balancer-one-subnet-per-zone",
      code: "InvalidConfigurationRequest",
      message: "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
      remedy: "Pass one subnet of each zone.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [l.subnet("a").id, l.subnet("b").id, subnetIn(l, "us-east-1a")] })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [l.subnet("a").id, l.subnet("b").id, subnetIn(l, "us-east-1c")] })),
    },
    {
      rule: "lb/load-balancer-one-locale",
      code: "ValidationError",
      message: "You cannot provide subnets from multiple locales",
      remedy: "Leave the subnets of local zones out.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [l.subnet("a").id, l.subnet("b").id, subnetIn(l, "us-east-1-bos-1a")] })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [subnetIn(l, "us-east-1-bos-1a")] })),
    },
    {
      rule: "lb/load-balancer-one-vpc",
      code: "InvalidConfigurationRequest",
      message: "One or more security groups are invalid",
      remedy: "Pass subnets and security groups of the same VPC.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { securityGroups: [l.group("foreign", l.foreignVpc()).id] })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { securityGroups: [l.group().id] })),
    },
    {
      rule: "lb/load-balancer-one-vpc",
      code: "InvalidConfigurationRequest",
      message: "All subnets must belong to the same VPC",
      remedy: "Pass subnets and security groups of the same VPC.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { subnets: [l.subnet("a").id, l.foreignSubnet().id] })),
      good: (l) => l.account.create(BALANCER, "a", internal(l)),
    },
    {
      rule: "lb/load-balancer-internet-gateway",
      code: "InvalidSubnet",
      message: "VPC vpc-* has no internet gateway",
      remedy: "Attach an internet gateway to the VPC and let the load balancer depend on it, or set internal to true.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { internal: false })),
      good: (l) => l.balancer(),
    },
    {
      rule: "lb/load-balancer-attributes",
      code: "ValidationError",
      message: "'idleTimeout' must be between '1' and '4000' inclusive, got '4001'",
      remedy: "Set idleTimeout to 1 to 4000.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { idleTimeout: 4001 })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { idleTimeout: 4000 })),
    },
    {
      rule: "lb/load-balancer-name-free",
      code: "DuplicateLoadBalancerName",
      message: "A load balancer with the same name 'web' exists, but with different settings",
      remedy: "Choose another name, or delete what has it. A replacement meets the old resource: let its name change with it, or set deleteBeforeReplace.",
      bad: (l) => {
        l.account.create(BALANCER, "a", internal(l, { name: "web" }));
        l.account.create(BALANCER, "b", internal(l, { name: "web" }));
      },
      good: (l) => {
        l.account.delete(l.account.create(BALANCER, "a", internal(l, { name: "web" })));
        l.account.create(BALANCER, "b", internal(l, { name: "web" }));
      },
    },
    {
      rule: "lb/load-balancer-name-legal",
      code: "ValidationError",
      message: "Load balancer name 'internal-web' cannot begin with 'internal-'",
      remedy: "Use a name of at most 32 characters: letters, digits and -, beginning and ending with a letter or digit, not beginning with internal-.",
      bad: (l) => l.account.preview(BALANCER, "a", internal(l, { name: "internal-web" })),
      good: (l) => l.account.preview(BALANCER, "a", internal(l, { name: "web-internal" })),
    },
    {
      rule: "lb/load-balancer-log-prefix",
      code: "InvalidConfigurationRequest",
      message: "The prefix 'AWSLogs' cannot contain 'AWSLogs'",
      remedy: "Leave AWSLogs out of the prefix.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { accessLogs: { bucket: "acme-logs", prefix: "AWSLogs" } })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { accessLogs: { bucket: "acme-logs", prefix: "alb" } })),
    },
    {
      rule: "lb/load-balancer-log-bucket",
      code: "InvalidConfigurationRequest",
      message: "Access Denied for bucket: acme-logs. Please check S3bucket permission",
      remedy: "Let the bucket's policy allow s3:PutObject on <prefix>/AWSLogs/<account>/* to the service logdelivery.elasticloadbalancing.amazonaws.com, and let the load balancer depend on the policy.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { accessLogs: { bucket: logBucket(l, false), prefix: "alb", enabled: true } })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { accessLogs: { bucket: logBucket(l, true), prefix: "alb", enabled: true } })),
    },
    {
      rule: "lb/load-balancer-log-bucket",
      code: "InvalidConfigurationRequest",
      message: "Access Denied for bucket: acme-logs. Please check S3bucket permission",
      remedy: "Let the bucket's policy allow s3:PutObject on <prefix>/AWSLogs/<account>/* to the service logdelivery.elasticloadbalancing.amazonaws.com, and let the load balancer depend on the policy.",
      bad: (l) => l.account.create(BALANCER, "a", internal(l, { connectionLogs: { bucket: logBucket(l, true), enabled: true } })),
      good: (l) => l.account.create(BALANCER, "a", internal(l, { connectionLogs: { bucket: logBucket(l, true), enabled: false } })),
    },
    {
      rule: "lb/load-balancer-deletion-protection",
      code: "OperationNotPermitted",
      message: "Load balancer 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/*' cannot be deleted because deletion protection is enabled",
      remedy: "Set enableDeletionProtection to false and deploy, then delete.",
      bad: (l) => l.account.delete(l.account.create(BALANCER, "a", internal(l, { name: "web", enableDeletionProtection: true }))),
      good: (l) => {
        const protectedOne = l.account.create(BALANCER, "a", internal(l, { enableDeletionProtection: true }));
        l.account.delete(l.account.update(protectedOne, internal(l, { name: protectedOne.outputs["name"] ?? "" })));
      },
    },
    {
      rule: "lb/target-group-complete",
      code: "ValidationError",
      message: "\"vpcId\" should be set when target type is \"instance\"",
      remedy: "Pass port, protocol and vpcId; only a group of a Lambda function takes none of them.",
      bad: (l) => l.account.create(TARGETS, "a", { port: 80, protocol: "HTTP" }),
      good: (l) => l.account.create(TARGETS, "a", { targetType: "lambda" }),
    },
    {
      rule: "lb/target-group-protocol",
      code: "ValidationError",
      message: "1 validation error detected: Value 'SMTP' at 'protocol' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC, TCP_QUIC]",
      remedy: "Use one of HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC, TCP_QUIC; behind an Application Load Balancer HTTP or HTTPS.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { protocol: "SMTP" })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { protocol: "http" })),
    },
    {
      rule: "lb/target-group-ranges",
      code: "ValidationError",
      message: "'slowStart' must be between '30' and '900' inclusive, got '10'",
      remedy: "Set slowStart to 30 to 900, or to 0.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { slowStart: 10 })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { slowStart: 0, deregistrationDelay: 0 })),
    },
    {
      rule: "lb/target-group-health-timeout",
      code: "ValidationError",
      message: "Health check timeout '20' must be smaller than the interval '10'",
      remedy: "Set healthCheck.timeout below healthCheck.interval.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { timeout: 20, interval: 10 } })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { timeout: 29 } })),
    },
    {
      rule: "lb/target-group-health-protocol",
      code: "ValidationError",
      message: "Health check protocol 'TCP' is not supported for target groups with the protocol 'HTTP'",
      remedy: "Set healthCheck.protocol to HTTP or HTTPS.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { protocol: "TCP" } })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { protocol: "TCP", healthCheck: { protocol: "TCP" } })),
    },
    {
      rule: "lb/target-group-health-path",
      code: "ValidationError",
      message: "Health check path 'health' is not valid",
      remedy: "Use a path such as /health.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { path: "health" } })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { path: "/health?deep=1" } })),
    },
    {
      rule: "lb/target-group-health-matcher",
      code: "ValidationError",
      message: "Health check matcher '2xx' is not valid",
      remedy: "Use codes such as 200, 200,202 or 200-299.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { matcher: "2xx" } })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { healthCheck: { matcher: "200,202,300-302" } })),
    },
    {
      rule: "lb/target-group-stickiness-type",
      code: "InvalidConfigurationRequest",
      message: "Stickiness type 'source_ip' is not supported for target groups with the HTTP protocol",
      remedy: "Use lb_cookie or app_cookie for HTTP and HTTPS, source_ip for the others.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { stickiness: { type: "source_ip" } })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { stickiness: { type: "lb_cookie", cookieDuration: 604_800 } })),
    },
    {
      rule: "lb/target-group-name-free",
      code: "DuplicateTargetGroupName",
      message: "A target group with the same name 'web' exists, but with different settings",
      remedy: "Choose another name, or delete what has it. A replacement meets the old resource: let its name change with it, or set deleteBeforeReplace.",
      bad: (l) => {
        l.account.create(TARGETS, "a", targets(l, { name: "web" }));
        l.account.create(TARGETS, "b", targets(l, { name: "web" }));
      },
      good: (l) => {
        l.account.create(TARGETS, "a", targets(l, { name: "web" }));
        l.account.preview(TARGETS, "a", targets(l, { name: "web", port: 81 }));
      },
    },
    {
      rule: "lb/target-group-name-legal",
      code: "ValidationError",
      message: "Target group name 'a-name-of-thirty-three-characters' cannot be longer than '32' characters",
      remedy: "Use a name of at most 32 characters: letters, digits and -, beginning and ending with a letter or digit.",
      bad: (l) => l.account.create(TARGETS, "a", targets(l, { name: "a-name-of-thirty-three-characters" })),
      good: (l) => l.account.create(TARGETS, "a", targets(l, { name: "a-name-of-thirty-two-characters0" })),
    },
  ],
  [loadBalancer, targetGroup],
);
