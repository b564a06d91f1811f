import type { Input, Output } from "@pulumi/pulumi";
import type { InfrastructureStack } from "./infrastructure-stack";

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
  /** Public addresses from which the instances reach the internet. */
  readonly egressIps: Output<string[]>;
  /** What keeps requests from reaching the load balancer past CloudFront. */
  readonly bypassProtection: string;
}

/** Collects the outputs from the components of a stack. */
export function stackOutputs(stack: InfrastructureStack): InfrastructureStackOutputs {
  return {
    vpcId: stack.network.vpcId,
    publicSubnetIds: stack.network.publicSubnetIds,
    privateSubnetIds: stack.network.privateSubnetIds,
    albDnsName: stack.loadBalancer.dnsName,
    albZoneId: stack.loadBalancer.zoneId,
    cloudFrontDomainName: stack.distribution.domainName,
    dynamoTableName: stack.primaryTable.tableName,
    secretArn: stack.secret.arn,
    kmsKeyId: stack.key.keyId,
    kmsKeyArn: stack.key.arn,
    webAclArn: stack.webAcl.arn,
    logGroupName: stack.logGroup.logGroupName,
    albLogsBucketName: stack.loadBalancerLogs.bucketName,
    cloudFrontLogsBucketName: stack.cloudFrontLogs.bucketName,
    albArn: stack.loadBalancer.arn,
    targetGroupArn: stack.loadBalancer.primaryTargetGroup.arn,
    secondaryTargetGroupArn: stack.loadBalancer.secondaryTargetGroup.arn,
    autoScalingGroupName: stack.primaryFleet.autoScalingGroupName,
    secondaryAutoScalingGroupName: stack.secondaryFleet.autoScalingGroupName,
    launchTemplateName: stack.instanceTemplate.launchTemplateName,
    ec2RoleArn: stack.instanceRole.arn,
    albSecurityGroupId: stack.loadBalancer.securityGroupId,
    ec2SecurityGroupId: stack.instanceTemplate.securityGroupId,
    cloudFrontDistributionId: stack.distribution.distributionId,
    environment: stack.environment,
    sanitizedName: stack.sanitizedName,
    secondaryDynamoTableName: stack.secondaryTable.tableName,
    egressIps: stack.network.egressIps,
    bypassProtection: stack.distribution.bypassProtection,
  };
}
