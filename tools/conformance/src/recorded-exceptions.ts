import type { Exception } from "./exception";

/** What the stack does not meet by default, and why. Ordered by service; each is needed, a test of the stack sees to it. */
export const recordedExceptions: readonly Exception[] = [
  {
    controls: ["FSBP:EC2.10", "FSBP:EC2.55", "FSBP:EC2.56", "FSBP:EC2.58", "FSBP:EC2.60"],
    reason: "nothing here calls this service, and an endpoint costs by the hour and zone; `interfaceEndpoints` of the network adds it",
  },
  {
    controls: ["FSBP:EC2.6"],
    resources: /^infra-/,
    reason: "an ephemeral stack has no past that flow logs would be read for; production records what is refused",
  },
  {
    controls: ["FSBP:EC2.57"],
    resources: /^infra-/,
    reason: "instances of an ephemeral stack reach Systems Manager through NAT; production has the endpoints",
  },
  {
    controls: ["cdk-nag:VPCNoUnrestrictedRouteToIGW"],
    resources: /-public-/,
    reason: "NAT gateways and an internet-facing load balancer need the route; private subnets have none",
  },
  {
    controls: ["CIS7.0:2.21"],
    resources: /-s3$/,
    reason: "the endpoint lets everybody of the VPC read the buckets of AWS that packages come from; they are named",
  },
  {
    controls: ["AWS-0104"],
    resources: /-https-egress$/,
    reason: "instances fetch packages and call AWS through NAT, on TCP 443 alone; `httpsDestinations` narrows it",
  },
  {
    controls: ["FSBP:ELB.1", "FSBP:ELB.18", "CKV_AWS_103", "cdk-nag:ELBv2ACMCertificateRequired", "FSBP:CloudFront.9"],
    reason: "a certificate between CloudFront and the load balancer needs a domain name of the user's; `domain` brings HTTPS",
  },
  {
    controls: ["FSBP:CloudFront.7", "pulumi-cp:aws-cloudfront-distribution-configure-secure-tls"],
    reason: "CloudFront's own certificate has CloudFront's own TLS policy; `domain` brings TLSv1.2_2021",
  },
  {
    controls: ["prowler:cloudfront_distributions_pqc_tls_enabled"],
    reason: "TLSv1.2_2021, which `domain` brings, is the one policy that every other source accepts; `tlsPolicy` chooses another",
  },
  {
    controls: ["pulumi-cp:aws-lb-listener-configure-secure-tls"],
    reason: "of the policies that Security Hub takes the pack lists those of TLS 1.3 alone, which CloudFront does not speak with origins",
  },
  {
    controls: ["prowler:elbv2_listener_pqc_tls_enabled"],
    reason: "it takes TLS 1.3, which CloudFront does not speak with origins, and nobody else connects",
  },
  {
    controls: ["SecHub:ELB.16", "CKV2_AWS_76"],
    reason: "the web ACL stands before CloudFront, the only way in; a second one costs twice and sees the same requests",
  },
  {
    controls: ["AWS-0053"],
    reason: "the reference design has an internet-facing load balancer, which lets CloudFront in alone; `loadBalancerScheme` makes it internal",
  },
  {
    controls: ["FSBP:ELB.21", "FSBP:ELB.22"],
    reason: "instances would need certificates; what they get is confined to the VPC by security groups",
  },
  {
    controls: ["CKV_AWS_189"],
    reason: "volumes are encrypted with the account's EBS key; a key of the customer must let Auto Scaling in first (`kmsKeyArn`)",
  },
  {
    controls: ["AwsSolutions-AS3"],
    reason: "a message for every launch and termination is noise unless asked for; `notificationTopicArn` of the fleet asks",
  },
  {
    controls: ["AwsSolutions-IAM5"],
    resources: /-(flow-log|policy)$/,
    reason: "log streams and backups have names that are not known before, and Session Manager's channels and the listing of tags cannot be restricted",
  },
  {
    controls: ["FSBP:DynamoDB.1"],
    resources: /^infra-/,
    reason: "a table without users has no load to follow; production scales with it",
  },
  {
    controls: ["FSBP:SecretsManager.1", "FSBP:SecretsManager.4"],
    reason: "rotation needs a function that knows where the secret is used, which `rotation` takes; a new `version` rotates by hand",
  },
  {
    controls: ["FSBP:S3.8", "CKV_AWS_53", "CKV_AWS_55"],
    resources: /cloudfront-logs/,
    reason: "CloudFront's legacy logs are granted by an ACL; public policies are blocked, and no ACL here is public",
  },
  {
    controls: ["FSBP:S3.9"],
    resources: /-logs-/,
    reason: "a bucket for logs that logged its own requests would feed itself; `accessLogs` of the bucket names another one",
  },
  {
    controls: ["FSBP:S3.12"],
    resources: /cloudfront-logs/,
    reason: "CloudFront's legacy logs need an ACL; Security Hub's CloudFront.5 counts no others",
  },
  {
    controls: ["SecHub:S3.15"],
    resources: /-logs-/,
    reason: "logs expire by their lifecycle, and locked objects would keep the stack from being destroyed",
  },
  {
    controls: ["SecHub:S3.17"],
    resources: /alb-access-logs|alb-logs/,
    reason: "load balancers write to buckets with SSE-S3 only",
  },
  {
    controls: ["SecHub:S3.7"],
    resources: /-logs-/,
    reason: "a copy of logs in a second region doubles what they cost",
  },
  {
    controls: ["SecHub:S3.20"],
    resources: /-logs-/,
    reason: "only the root user can switch it on, by hand, and a lifecycle cannot expire versions then",
  },
  {
    controls: ["SecHub:CloudWatch.16"],
    reason: "retention is the user's to choose, and costs; the default keeps what is needed to find a fault",
  },
  {
    controls: ["FSBP:CloudFront.4"],
    reason: "there is one origin, and CloudFront fails over no request that writes",
  },
  {
    controls: ["AwsSolutions-CFR1"],
    reason: "which countries may see the application is its owner's business decision (`countries`)",
  },
  {
    controls: ["CKV2_AWS_47"],
    reason: "the group of anonymous addresses blocks visitors behind VPNs; the group that knows Log4j's requests is there",
  },
  {
    controls: ["prowler:cloudfront_distributions_field_level_encryption_enabled"],
    reason: "the application would have to decrypt the fields, and few have any",
  },
  {
    controls: ["FSBP:ELB.6", "FSBP:DynamoDB.6"],
    resources: /^infra-/,
    reason: "an ephemeral stack is there to be destroyed; production protects",
  },
];
