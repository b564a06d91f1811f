/**
 * Controls that cost little, conflict with no other, and that neither awsx nor the modules of terraform-aws-modules nor
 * the AWS Solutions Constructs meet with their defaults.
 */
export const metByNoOther: readonly string[] = [
  "FSBP:EC2.57",
  "CIS7.0:6.8",
  "prowler:vpc_endpoint_connections_trust_boundaries",
  "prowler:ec2_instance_account_imdsv2_enabled",
  "FSBP:EC2.181",
  "FSBP:EC2.7",
  "FSBP:AutoScaling.1",
  "FSBP:AutoScaling.6",
  "prowler:autoscaling_group_capacity_rebalance_enabled",
  "SecHub:EC2.182",
  "SecHub:DynamoDB.4",
  "CKV_AWS_119",
  "CKV_AWS_149",
  "FSBP:S3.1",
  "CKV_AWS_300",
  "SecHub:S3.11",
  "CKV_AWS_66",
  "CKV_AWS_158",
  "FSBP:CloudFront.6",
  "CKV2_AWS_32",
  "SecHub:WAF.11",
  "AWS-0136",
];
