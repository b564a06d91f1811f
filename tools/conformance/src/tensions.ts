const NO_ARGUMENT = "no argument";
const ENDPOINTS = "`interfaceEndpoints` of the network";
const LISTENERS = "`domain` of the stack, `listeners` of the load balancer";
const TARGETS = '`targetProtocol: "HTTPS"` of the load balancer';
const INTERNAL = "`loadBalancerScheme` of the stack, `scheme` of the load balancer";
const CUSTOM_DOMAIN = "`domain` of the stack, `customDomain` of the distribution";
const PROFILE = "`profile`";

/**
 * Controls that cost money, a function or another control, and by which argument a user decides otherwise than the stack
 * does by default.
 */
export const tensions: Readonly<Record<string, string>> = {
  "FSBP:EC2.10": ENDPOINTS,
  "FSBP:EC2.55": ENDPOINTS,
  "FSBP:EC2.56": ENDPOINTS,
  "FSBP:EC2.58": ENDPOINTS,
  "FSBP:EC2.60": ENDPOINTS,
  "FSBP:EC2.172": NO_ARGUMENT,
  "FSBP:EC2.21": "network ACLs of your own",
  "AwsSolutions-VPC3": "network ACLs of your own",
  "cdk-nag:VPCNoUnrestrictedRouteToIGW": NO_ARGUMENT,
  "AwsSolutions-EC23": "`sources` of the load balancer",
  CKV_AWS_260: "`sources` of the load balancer",
  "pulumi-cp:aws-ec2-securitygroup-disallow-inbound-http-traffic": NO_ARGUMENT,
  "AWS-0104": "`httpsDestinations` of the instance template",
  "FSBP:ELB.18": LISTENERS,
  "FSBP:ELB.17": "`tlsPolicy` of a listener",
  "pulumi-cp:aws-lb-listener-configure-secure-tls": "`tlsPolicy` of a listener",
  "FSBP:ELB.6": PROFILE,
  "SecHub:ELB.16": INTERNAL,
  CKV2_AWS_76: INTERNAL,
  "AWS-0053": INTERNAL,
  "FSBP:ELB.22": TARGETS,
  "FSBP:ELB.21": TARGETS,
  "cdk-nag:ELBv2ACMCertificateRequired": LISTENERS,
  CKV_AWS_189: "`kmsKeyArn` of the instance template",
  "AwsSolutions-AS3": "`notificationTopicArn` of the fleet",
  "FSBP:SSM.1": "`sessionManager` of the instance role, on by default",
  "AwsSolutions-IAM4": "`sessionManager` of the instance role, which writes out what AWS's policy grants too broadly",
  "AwsSolutions-IAM5": "`sessionManager: false` and no `logGroupArns` of the instance role",
  CKV_AWS_289: NO_ARGUMENT,
  CKV_AWS_290: "`sessionManager` of the instance role, confined to the region by a condition",
  "FSBP:DynamoDB.6": "`deletionProtection` of the table, else `profile`",
  "FSBP:KMS.3": "`profile`, which protects the key or lets it go",
  "FSBP:SecretsManager.1": "`rotation` of the secret",
  "FSBP:SecretsManager.4": "`rotation` of the secret",
  "FSBP:S3.9": "`accessLogs` of the log bucket",
  "FSBP:S3.12": '`logging: { kind: "v2" }` of the distribution, with a bucket without ACLs',
  "SecHub:S3.15": NO_ARGUMENT,
  "SecHub:S3.17": "`writer` of the log bucket: all but two take a key",
  "SecHub:S3.7": NO_ARGUMENT,
  "SecHub:S3.20": NO_ARGUMENT,
  "SecHub:CloudWatch.16": "`retentionInDays` of the log group, `logRetentionInDays` of the stack",
  "derived:event-alarm-to-sns-delivery-authorised": "`subjects.keys` of the alarms, whose rules publish",
  "FSBP:CloudFront.1": NO_ARGUMENT,
  "FSBP:CloudFront.4": NO_ARGUMENT,
  "FSBP:CloudFront.5": "`logging` of the distribution",
  "FSBP:CloudFront.7": CUSTOM_DOMAIN,
  "FSBP:CloudFront.15": CUSTOM_DOMAIN,
  "pulumi-cp:aws-cloudfront-distribution-configure-secure-tls": CUSTOM_DOMAIN,
  "FSBP:CloudFront.9": "`domain` of the stack, `protocol` of the origin",
  "AwsSolutions-CFR1": "`countries` of the distribution",
  CKV_AWS_259: "`responseHeadersPolicy` of the distribution, a managed one of AWS",
  CKV2_AWS_47: "`ruleGroups` of the web ACL",
  "prowler:cloudfront_distributions_pqc_tls_enabled": "`tlsPolicy` of `customDomain`",
  "prowler:cloudfront_distributions_field_level_encryption_enabled": NO_ARGUMENT,
  "SecHub:SNS.1": "`kmsKeyArn` of the alarms",
  CKV_AWS_385: NO_ARGUMENT,
};
