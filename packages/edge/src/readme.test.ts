import { describeReadme } from "@org/readme-examples";
import { resolve } from "node:path";

describeReadme(resolve(__dirname, "../README.md"), {
  "Smallest example": {
    options: { config: { "aws:region": "eu-west-1" } },
    types: {
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
    },
    outputs: {
      webAclArn: expect.stringMatching(/^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\/shop-dev-edge\//),
    },
  },
  "Realistic example": {
    options: { config: { "aws:region": "eu-west-1" } },
    types: {
      "aws:acm/certificate:Certificate": 2,
      "aws:acm/certificateValidation:CertificateValidation": 2,
      "aws:route53/record:Record": 4,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretPolicy:SecretPolicy": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:wafv2/ipSet:IpSet": 2,
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
      "aws:cloudfront/distribution:Distribution": 1,
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription": 1,
      "aws:cloudwatch/logDeliverySource:LogDeliverySource": 1,
      "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": 1,
      "aws:cloudwatch/logDelivery:LogDelivery": 1,
    },
    outputs: {
      url: "https://app.example.com",
      bypassProtection: "origin-verify-header",
    },
  },
});
