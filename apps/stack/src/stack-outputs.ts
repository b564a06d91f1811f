import type { SubnetLayout } from "@org/infra-network";
import type { Alarms } from "@org/infra-observability";
import { type Input, interpolate, type Output } from "@pulumi/pulumi";
import type { StackContext } from "./stack-context";
import type { StackParts } from "./stack-parts";

/** What the deployment tells about itself. The names are a contract: more may come, none may go or change its meaning. */
export interface InfrastructureStackOutputs extends Record<string, Input<unknown>> {
  readonly vpcId: Output<string>;
  readonly publicSubnetIds: Output<string[]>;
  readonly privateSubnetIds: Output<string[]>;
  readonly albDnsName: Output<string>;
  /** Hosted zone of `albDnsName`, for alias records. */
  readonly albZoneId: Output<string>;
  readonly cloudFrontDomainName: Output<string>;
  readonly dynamoTableName: Output<string>;
  readonly secretArn: Output<string>;
  readonly kmsKeyId: Output<string>;
  readonly kmsKeyArn: Output<string>;
  readonly webAclArn: Output<string>;
  readonly logGroupName: Output<string>;
  readonly albLogsBucketName: Output<string>;
  readonly cloudFrontLogsBucketName: Output<string>;
  readonly albArn: Output<string>;
  readonly targetGroupArn: Output<string>;
  readonly secondaryTargetGroupArn: Output<string>;
  readonly autoScalingGroupName: Output<string>;
  readonly secondaryAutoScalingGroupName: Output<string>;
  readonly launchTemplateName: Output<string>;
  readonly ec2RoleArn: Output<string>;
  readonly albSecurityGroupId: Output<string>;
  readonly ec2SecurityGroupId: Output<string>;
  readonly cloudFrontDistributionId: Output<string>;
  readonly environment: string;
  readonly sanitizedName: string;
  readonly secondaryDynamoTableName: Output<string>;
  /** Every subnet with its zone, tier, addresses and how many of them can be given out. */
  readonly networkLayout: Output<SubnetLayout[]>;
  /** Public addresses from which the instances reach the internet. */
  readonly egressIps: Output<string[]>;
  /** What keeps requests from reaching the load balancer past CloudFront. */
  readonly bypassProtection: string;
  /** Where viewers find the application. */
  readonly url: Output<string>;
  /** Topic of the alarms in the home region. */
  readonly alarmTopicArn: Output<string>;
  /** Vault of the tables' backups. */
  readonly backupVaultName: Output<string>;
  /** Production has a dashboard. */
  readonly dashboardName?: Output<string>;
}

/** Collects the outputs from the components of a stack. */
export function stackOutputs(
  { environment, sanitizedName }: StackContext,
  { network, keys, data, logs, wayIn, service, edge }: StackParts,
  alarms: Alarms,
): InfrastructureStackOutputs {
  return {
    vpcId: network.vpcId,
    publicSubnetIds: network.publicSubnetIds,
    privateSubnetIds: network.privateSubnetIds,
    albDnsName: service.loadBalancer.dnsName,
    albZoneId: service.loadBalancer.zoneId,
    cloudFrontDomainName: edge.distribution.domainName,
    dynamoTableName: data.primaryTable.tableName,
    secretArn: data.secret.arn,
    kmsKeyId: keys.key.keyId,
    kmsKeyArn: keys.key.arn,
    webAclArn: edge.webAcl.arn,
    logGroupName: logs.logGroup.logGroupName,
    albLogsBucketName: logs.loadBalancerLogs.bucketName,
    cloudFrontLogsBucketName: logs.cloudFrontLogs.bucketName,
    albArn: service.loadBalancer.arn,
    targetGroupArn: service.loadBalancer.primaryTargetGroup.arn,
    secondaryTargetGroupArn: service.loadBalancer.secondaryTargetGroup.arn,
    autoScalingGroupName: service.primaryFleet.autoScalingGroupName,
    secondaryAutoScalingGroupName: service.secondaryFleet.autoScalingGroupName,
    launchTemplateName: service.instanceTemplate.launchTemplateName,
    ec2RoleArn: service.instanceRole.arn,
    albSecurityGroupId: service.loadBalancer.securityGroupId,
    ec2SecurityGroupId: service.instanceTemplate.securityGroupId,
    cloudFrontDistributionId: edge.distribution.distributionId,
    environment,
    sanitizedName,
    secondaryDynamoTableName: data.secondaryTable.tableName,
    networkLayout: network.layout,
    egressIps: network.egressIps,
    bypassProtection: edge.distribution.bypassProtection,
    url: interpolate`https://${wayIn.domain?.name ?? edge.distribution.domainName}`,
    alarmTopicArn: alarms.topicArn,
    backupVaultName: data.backupPlan.vaultName,
    // Pulumi warns of outputs that are undefined.
    ...(alarms.dashboardName && { dashboardName: alarms.dashboardName }),
  };
}
