import { describeReadme } from "@org/readme-examples";
import { resolve } from "node:path";

describeReadme(resolve(__dirname, "../README.md"), {
  "Smallest example": {
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
    },
    outputs: { url: expect.stringMatching(/^shop-dev-web-\w{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/) },
  },
  "Realistic example": {
    options: {
      config: { "shop:originSecret": "0123456789abcdef0123456789abcdef" },
      secretKeys: ["shop:originSecret"],
    },
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 2,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 2,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 2,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
      "aws:lb/listenerRule:ListenerRule": 1,
      "aws:route53/record:Record": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/policy:Policy": 1,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
      "aws:iam/instanceProfile:InstanceProfile": 1,
      "aws:ec2/launchTemplate:LaunchTemplate": 1,
      "aws:autoscaling/group:Group": 2,
      "aws:autoscaling/policy:Policy": 1,
    },
    outputs: { origin: "https://origin.example.com", groups: ["shop-dev-primary", "shop-dev-secondary"] },
  },
  "Behind a VPC origin": {
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
    },
    outputs: {
      origin: {
        kind: "vpc",
        loadBalancerArn: expect.stringMatching(/^arn:aws:elasticloadbalancing:us-east-1:\d{12}:loadbalancer\/app\/shop-dev-web-\w{8}\/\w{16}$/),
        domainName: expect.stringMatching(/^internal-shop-dev-web-\w{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/),
        protocol: "http-only",
      },
    },
  },
  "Settings of the account": {
    types: {
      "aws:ebs/encryptionByDefault:EncryptionByDefault": 1,
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": 1,
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": 1,
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": 1,
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": 1,
    },
    outputs: { settings: ["ebsEncryption", "snapshotSharing", "imageSharing", "instanceMetadata", "s3PublicAccess"] },
  },
});
