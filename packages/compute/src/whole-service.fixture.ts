import { Bucket, BucketPolicy } from "@pulumi/aws/s3";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import type { AccessLogs } from "./access-logs";
import { ApplicationLoadBalancer, type ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { Fleet, type FleetArgs } from "./fleet";
import { InstanceRole, type InstanceRoleArgs } from "./instance-role";
import { InstanceTemplate, type InstanceTemplateArgs } from "./instance-template";
import { type SmallNetwork, smallNetwork } from "./small-network.fixture";

/** What a test says besides what every service needs. */
export interface WholeServiceArgs {
  readonly web?: Partial<ApplicationLoadBalancerArgs>;
  readonly role?: Partial<InstanceRoleArgs>;
  readonly template?: Partial<InstanceTemplateArgs>;
  readonly fleet?: Partial<FleetArgs>;
}

export const certificateArn = "arn:aws:acm:us-east-1:210987654321:certificate/1";

/** What other packages would give: the network, the bucket of the access logs and whatever the arguments stand on. */
export const surroundings = /^(vpc|internet|public|public-[ab01]|private-[ab]|logs|endpoints|scaling|zone)$/;

/** A load balancer that CloudFront reaches by HTTPS and that logs, with a fleet of two equal types behind it. */
export function wholeService(argsOf: (network: SmallNetwork) => WholeServiceArgs = () => ({})): void {
  const network = smallNetwork();
  const args = argsOf(network);
  const { vpcId, publicSubnetIds, privateSubnetIds } = network;
  const web = new ApplicationLoadBalancer("web", {
    vpcId,
    subnetIds: publicSubnetIds,
    listeners: { 443: { protocol: "HTTPS", certificateArn } },
    sources: "cloudfront",
    accessLogs: accessLogs(),
    ...args.web,
  });
  const role = new InstanceRole("app", { region: "us-east-1", ...args.role });
  const template = new InstanceTemplate("app", {
    vpcId,
    instanceType: "t3.micro",
    region: "us-east-1",
    instanceProfileArn: role.instanceProfileArn,
    loadBalancerSecurityGroupId: web.securityGroupId,
    targetPort: web.targetPort,
    ...args.template,
  });
  new Fleet("primary", {
    subnetIds: privateSubnetIds,
    launchTemplateId: template.launchTemplateId,
    launchTemplateVersion: template.version,
    targetGroupArns: [web.primaryTargetGroupArn],
    minSize: 2,
    maxSize: 4,
    mixedInstances: template.mixedInstances,
    ...args.fleet,
  });
}

/** A bucket that load balancers of the account may write to. */
function accessLogs(): AccessLogs {
  const { arn, bucket } = new Bucket("logs", { bucket: "shop-dev-alb-access-logs" });
  const statement = {
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: interpolate`${arn}/AWSLogs/123456789012/*`,
  };
  const policy = jsonStringify({ Version: "2012-10-17", Statement: [statement] });
  return { bucket: { bucketName: bucket, ready: [new BucketPolicy("logs", { bucket, policy })] } };
}
