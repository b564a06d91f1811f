import { compilerComplaints, declaredArguments, readmeExamples, resourceCounts } from "@org/readme-examples";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { planNetwork } from "./network-plan";

const readme = resolve(__dirname, "../README.md");
const examples = readmeExamples(readme);
const codes = examples.map(({ code }) => code);

const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: {
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
    },
    outputs: { vpcId: expect.stringMatching(/^vpc-\w{17}$/) },
  },
  "Realistic example": {
    types: {
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
      "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": 1,
      "aws:ec2/eip:Eip": 1,
      "aws:ec2/flowLog:FlowLog": 1,
      "aws:ec2/internetGateway:InternetGateway": 1,
      "aws:ec2/natGateway:NatGateway": 1,
      "aws:ec2/route:Route": 12,
      "aws:ec2/routeTable:RouteTable": 9,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 9,
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:ec2/subnet:Subnet": 9,
      "aws:ec2/vpc:Vpc": 1,
      "aws:ec2/vpcEndpoint:VpcEndpoint": 3,
      "aws:s3/bucket:Bucket": 1,
      "aws:s3/bucketPolicy:BucketPolicy": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
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
};

const text = readFileSync(readme, "utf8");

/** The table of arguments as the sources have it: name, type, default and description of each. */
function argumentsTable(): string {
  const rows = declaredArguments(resolve(__dirname, "network-args.ts"), "NetworkArgs").map((argument) => {
    const type = argument.type.replace(/Readonly<(.*)>$/, "$1").replace(/\|/g, "\\|");
    const shown = argument.name === "transform" ? "functions by resource" : `\`${type}\``;
    return `| \`${argument.name}\` | ${shown} | ${argument.defaultText} | ${argument.description} |`;
  });
  return ["| argument | type | default | |", "|---|---|---|---|", ...rows].join("\n");
}

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile", () => {
    const wrong = 'export const wrong: number = "text";';
    expect(compilerComplaints(readme, [...codes, wrong])).toEqual(["Type 'string' is not assignable to type 'number'."]);
  }, 120_000);

  it.each(examples.map((example) => [example.title, example] as const))("%s deploys exactly what the README says that it creates", async (title, example) => {
    const run = await example.deployed({ config: { "aws:region": title === "Realistic example" ? "eu-west-1" : "us-east-1" } });
    expect(resourceCounts(run)).toEqual(deployed[title].types);
    expect(run.outputs).toEqual(deployed[title].outputs);
  });

  it("has the table of arguments that the sources have", () => {
    expect(text).toContain(argumentsTable());
  });

  it("shows the message that a wrong network gets", () => {
    const message = /```text\n(.*?)\n```/s.exec(text)?.[1];
    expect(() => planNetwork({ region: "us-east-1", cidrBlock: "10.0.0.0/24", availabilityZones: ["us-east-1a"] })).toThrow(message);
    expect(message).toContain("Network: 2 invalid arguments");
  });
});
