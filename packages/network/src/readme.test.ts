import { describeReadme } from "@org/readme-examples";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { planNetwork } from "./network-plan";

const readme = resolve(__dirname, "../README.md");

/** What a network of two zones is in production. */
const ofProduction = {
  "aws:cloudwatch/logGroup:LogGroup": 1,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
  "aws:ec2/eip:Eip": 2,
  "aws:ec2/flowLog:FlowLog": 1,
  "aws:ec2/internetGateway:InternetGateway": 1,
  "aws:ec2/natGateway:NatGateway": 2,
  "aws:ec2/route:Route": 4,
  "aws:ec2/routeTable:RouteTable": 4,
  "aws:ec2/routeTableAssociation:RouteTableAssociation": 4,
  "aws:ec2/securityGroup:SecurityGroup": 1,
  "aws:ec2/subnet:Subnet": 4,
  "aws:ec2/vpc:Vpc": 1,
  "aws:ec2/vpcEndpoint:VpcEndpoint": 4,
  "aws:iam/policy:Policy": 1,
  "aws:iam/role:Role": 1,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
};

describeReadme(readme, {
  "Smallest example": {
    options: { config: { "aws:region": "us-east-1" } },
    types: ofProduction,
    outputs: { vpcId: expect.stringMatching(/^vpc-\w{17}$/) },
  },
  "Realistic example": {
    options: { config: { "aws:region": "eu-west-1" } },
    types: {
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
      "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": 1,
      "aws:ec2/eip:Eip": 2,
      "aws:ec2/flowLog:FlowLog": 1,
      "aws:ec2/internetGateway:InternetGateway": 1,
      "aws:ec2/natGateway:NatGateway": 1,
      "aws:ec2/route:Route": 12,
      "aws:ec2/routeTable:RouteTable": 9,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 9,
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:ec2/subnet:Subnet": 9,
      "aws:ec2/vpc:Vpc": 1,
      "aws:ec2/vpcEndpoint:VpcEndpoint": 4,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 3,
    },
    outputs: {
      databaseBlock: "10.20.20.0/22",
      egressIps: [expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)],
      layout: [
        { zone: "euw1-az1", tier: "public", cidrBlock: "10.20.16.0/22", usableAddresses: 1019 },
        { zone: "euw1-az1", tier: "private", cidrBlock: "10.20.0.0/20", usableAddresses: 4091 },
        { zone: "euw1-az2", tier: "public", cidrBlock: "10.20.48.0/22", usableAddresses: 1019 },
        { zone: "euw1-az2", tier: "private", cidrBlock: "10.20.32.0/20", usableAddresses: 4091 },
      ],
    },
  },
  "From awsx": {
    options: { config: { "aws:region": "us-east-1" } },
    types: ofProduction,
    outputs: { egressIps: [expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/), expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)] },
  },
});

describe("the README of network", () => {
  it("shows the message that a wrong network gets", () => {
    const message = /```text\n(.*?)\n```/s.exec(readFileSync(readme, "utf8"))?.[1];
    expect(() => planNetwork('Network "network"', { region: "us-east-1", cidrBlock: "10.0.0.0/24", availabilityZones: ["us-east-1a"] })).toThrow(message);
    expect(message).toContain('Network "network": 2 invalid arguments');
  });
});
