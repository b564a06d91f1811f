import { Naming } from "@org/infra-naming";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { Bucket, BucketPolicy } from "@pulumi/aws/s3";
import { Topic } from "@pulumi/aws/sns";
import { interpolate, jsonStringify } from "@pulumi/pulumi";
import { AccountBaseline } from "./account-baseline";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import { Fleet } from "./fleet";
import { InstanceRole } from "./instance-role";
import { InstanceTemplate } from "./instance-template";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const other = "us-east-1:210987654321";

/** All components with whatever the README says that its controls take. */
export function hardenedService(): void {
  new AccountBaseline("account");
  const { vpcId, publicSubnetIds, privateSubnetIds } = smallNetwork();
  const logs = new Bucket("logs", { bucket: "shop-dev-alb-access-logs" });
  const statement = {
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: interpolate`${logs.arn}/AWSLogs/123456789012/*`,
  };
  const policy = jsonStringify({ Version: "2012-10-17", Statement: [statement] });
  const ready = [new BucketPolicy("logs", { bucket: logs.bucket, policy })];
  const web = new ApplicationLoadBalancer("web", {
    vpcId,
    subnetIds: publicSubnetIds,
    listeners: { 443: { protocol: "HTTPS", certificateArn: `arn:aws:acm:${other}:certificate/1` } },
    sources: "cloudFront",
    accessLogs: { bucket: logs.bucket, ready },
    targetProtocol: "HTTPS",
    naming,
  });
  const role = new InstanceRole("app", {
    region: "us-east-1",
    secretArns: [`arn:aws:secretsmanager:${other}:secret:app-a1B2c3`],
    kmsKeyArn: `arn:aws:kms:${other}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    naming,
  });
  const endpoints = new SecurityGroup("endpoints", { vpcId, description: "VPC endpoints" });
  const template = new InstanceTemplate("app", {
    vpcId,
    instanceType: "t3.micro",
    region: "us-east-1",
    instanceProfileArn: role.instanceProfileArn,
    loadBalancerSecurityGroupId: web.securityGroupId,
    targetPort: 443,
    httpsDestinations: { securityGroupIds: { endpoints: endpoints.id } },
    kmsKeyArn: `arn:aws:kms:${other}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    naming,
  });
  new Fleet("primary", {
    subnetIds: privateSubnetIds,
    launchTemplateId: template.launchTemplateId,
    launchTemplateVersion: template.version,
    targetGroupArns: [web.primaryTargetGroupArn],
    minSize: 2,
    maxSize: 4,
    mixedInstances: template.mixedInstances,
    notificationTopicArn: new Topic("scaling", { name: "scaling" }).arn,
    naming,
  });
}
