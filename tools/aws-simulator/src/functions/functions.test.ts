import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { SimulatedAccount } from "../simulated-account.fixture";

function ask(token: string, args: PropertyMap = {}, config: PropertyMap = {}): PropertyMap {
  const { result, failures } = new SimulatedAccount().aws.invoke({ token, args, config });
  if (result === undefined) throw new Error(failures.map(({ reason }) => reason).join("\n"));
  return result;
}

const CHINA = { region: "cn-north-1" };

test.each<[string, string, PropertyMap, PropertyMap, PropertyMap]>([
  ["who asks", "aws:index/getCallerIdentity:getCallerIdentity", {}, {}, { accountId: "123456789012", arn: "arn:aws:iam::123456789012:user/simulated" }],
  ["the region", "aws:index/getRegion:getRegion", {}, { region: "eu-west-1" }, { id: "eu-west-1", region: "eu-west-1", name: "eu-west-1", description: "Europe (Ireland)", endpoint: "ec2.eu-west-1.amazonaws.com" }],
  ["the partition", "aws:index/getPartition:getPartition", {}, CHINA, { id: "aws-cn", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn", reverseDnsPrefix: "cn.com.amazonaws" }],
  ["zones", "aws:index/getAvailabilityZones:getAvailabilityZones", { state: "available" }, { region: "eu-west-1" }, { names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"], zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"] }],
  ["zones without some", "aws:index/getAvailabilityZones:getAvailabilityZones", { region: "us-west-2", excludeZoneIds: ["usw2-az1"], filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }] }, {}, { names: ["us-west-2b", "us-west-2c", "us-west-2d"] }],
  ["one zone", "aws:index/getAvailabilityZone:getAvailabilityZone", { name: "us-gov-west-1b" }, { region: "us-gov-west-1" }, { id: "us-gov-west-1b", nameSuffix: "b", zoneId: "usgw1-az2", zoneType: "availability-zone" }],
  ["the owner of an account's buckets", "aws:s3/getCanonicalUserId:getCanonicalUserId", {}, {}, { displayName: "simulated" }],
  ["who delivers CloudFront's logs", "aws:cloudfront/getLogDeliveryCanonicalUserId:getLogDeliveryCanonicalUserId", {}, {}, { id: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0" }],
  ["who delivered ELB's logs", "aws:elb/getServiceAccount:getServiceAccount", {}, { region: "eu-west-1" }, { id: "156460612806", arn: "arn:aws:iam::156460612806:root" }],
  ["the zone of network load balancers", "aws:lb/getHostedZoneId:getHostedZoneId", { loadBalancerType: "network" }, {}, { id: "Z26RNL4JYFTOTI" }],
  ["a prefix list of AWS", "aws:ec2/getManagedPrefixList:getManagedPrefixList", { name: "com.amazonaws.global.cloudfront.origin-facing" }, {}, { addressFamily: "IPv4", maxEntries: 55, ownerId: "AWS" }],
  ["a prefix list of an endpoint", "aws:ec2/getPrefixList:getPrefixList", { name: "com.amazonaws.us-east-1.s3" }, {}, { name: "com.amazonaws.us-east-1.s3", cidrBlocks: ["52.216.0.0/15"] }],
])("%s", (_what, token, args, config, expected) => {
  expect(ask(token, args, config)).toMatchObject(expected);
});

test.each<[string, string, PropertyMap, string]>([
  ["a filter that EC2 does not know", "aws:index/getAvailabilityZones:getAvailabilityZones", { filters: [{ name: "colour", values: ["red"] }] }, "InvalidParameterValue: The filter 'colour' is invalid"],
  ["a zone of another region", "aws:index/getAvailabilityZone:getAvailabilityZone", { name: "eu-west-1a" }, "no matching EC2 Availability Zone found"],
  ["one zone of several", "aws:index/getAvailabilityZone:getAvailabilityZone", {}, "multiple EC2 Availability Zones matched"],
  ["a region without an ELB account", "aws:elb/getServiceAccount:getServiceAccount", { region: "ap-south-2" }, "unsupported ELB Service Account Region (ap-south-2)"],
  ["a parameter that there is not", "aws:ssm/getParameter:getParameter", { name: "/app/missing" }, "ParameterNotFound: SSM Parameter (/app/missing) not found in the simulated account"],
  ["a prefix list that there is not", "aws:ec2/getManagedPrefixList:getManagedPrefixList", { name: "mine" }, "no matching EC2 Managed Prefix List found"],
  ["several prefix lists", "aws:ec2/getManagedPrefixList:getManagedPrefixList", {}, "multiple EC2 Managed Prefix Lists matched"],
  ["a password of nothing", "aws:secretsmanager/getRandomPassword:getRandomPassword", { excludeLowercase: true, excludeUppercase: true, excludeNumbers: true, excludePunctuation: true }, "InvalidParameterException: The password needs at least one type of character."],
  ["a VPC that there is not", "aws:ec2/getVpc:getVpc", { id: "vpc-0123456789abcdef0" }, "no matching EC2 VPC found"],
  ["a data source that is not simulated", "aws:fis/getExperimentTemplates:getExperimentTemplates", {}, "aws:fis/getExperimentTemplates:getExperimentTemplates is not simulated: pass its result in as a plain value."],
])("AWS has no answer: %s", (_what, token, args, message) => {
  expect(() => ask(token, args)).toThrow(message);
});

describe("images", () => {
  const AMI = "aws:ec2/getAmi:getAmi";
  const question = { mostRecent: true, owners: ["amazon"], filters: [{ name: "name", values: ["al2023-ami-2023.*-arm64"] }] };

  test("the same question has the same image, in another region another one", () => {
    const image = ask(AMI, question);
    expect(image).toMatchObject({ name: "al2023-ami-2023.2026.1.20260101.0-arm64", architecture: "arm64", ownerId: "137112412989", state: "available" });
    expect(image["id"]).toMatch(/^ami-0[0-9a-f]{16}$/);
    expect(ask(AMI, question)).toEqual(image);
    expect(ask(AMI, question, { region: "eu-west-1" })["id"]).not.toBe(image["id"]);
  });

  test("a public parameter names an image", () => {
    const name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
    expect(ask("aws:ssm/getParameter:getParameter", { name })).toMatchObject({
      type: "String",
      version: 1,
      value: expect.stringMatching(/^ami-0[0-9a-f]{16}$/) as unknown as PropertyValue,
    });
  });
});

describe("random passwords", () => {
  const TOKEN = "aws:secretsmanager/getRandomPassword:getRandomPassword";

  test("each call has another, of the length and kinds asked for", () => {
    const { aws } = new SimulatedAccount();
    const draw = (args: PropertyMap): string => String(aws.invoke({ token: TOKEN, args, config: {} }).result?.["randomPassword"]);
    expect(draw({ passwordLength: 40, excludePunctuation: true })).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d]{40}$/);
    expect(draw({ excludeCharacters: "\"@/\\" })).toMatch(/^[^"@/\\]{32}$/);
    expect(new Set([1, 2, 3].map(() => draw({}))).size).toBe(3);
  });
});

describe("policy documents", () => {
  const TOKEN = "aws:iam/getPolicyDocument:getPolicyDocument";
  const document = (args: PropertyMap): PropertyValue => JSON.parse(String(ask(TOKEN, args)["json"])) as PropertyValue;

  test("single values stand alone, several in a list, principals and conditions by their kind", () => {
    const statement = {
      sid: "Read",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: ["arn:aws:s3:::acme"],
      principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }, { type: "AWS", identifiers: ["1", "2"] }],
      conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["true"] }],
    };
    expect(document({ statements: [statement] })).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Principal: { Service: "ec2.amazonaws.com", AWS: ["1", "2"] },
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: "arn:aws:s3:::acme",
          Condition: { Bool: { "aws:SecureTransport": "true" } },
        },
      ],
    });
    expect(document({ statements: [{ actions: ["*"], principals: [{ type: "*", identifiers: ["*"] }] }] })).toMatchObject({ Statement: [{ Principal: "*" }] });
  });

  test("statements of the same Sid override one another, the others are added", () => {
    const source = JSON.stringify({ Statement: [{ Sid: "A", Effect: "Allow", Action: "a:One" }, { Sid: "B", Effect: "Allow", Action: "b:One" }] });
    const override = JSON.stringify({ Statement: { Sid: "B", Effect: "Deny", Action: "b:Two" } });
    expect(document({ sourcePolicyDocuments: [source], overridePolicyDocuments: [override], statements: [{ sid: "A", actions: ["a:Two"] }] })).toEqual({
      Version: "2012-10-17",
      Statement: [{ Sid: "A", Effect: "Allow", Action: "a:Two" }, { Sid: "B", Effect: "Deny", Action: "b:Two" }],
    });
    expect(() => document({ sourcePolicyDocuments: ["{"] })).toThrow("merging policy documents:");
  });
});

test("what the account has is found by its id or its properties", () => {
  const account = new SimulatedAccount();
  const vpc = account.create("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
  const subnet = account.create("aws:ec2/subnet:Subnet", "a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" });
  const find = (token: string, args: PropertyMap): unknown => account.aws.invoke({ token, args, config: {} }).result?.["id"];
  expect(find("aws:ec2/getVpc:getVpc", { cidrBlock: "10.0.0.0/16" })).toBe(vpc.id);
  expect(find("aws:ec2/getSubnet:getSubnet", { vpcId: vpc.id, availabilityZone: "us-east-1a" })).toBe(subnet.id);
  expect(find("aws:ec2/getSubnet:getSubnet", { id: subnet.id })).toBe(subnet.id);
  const parameter = account.create("aws:ssm/parameter:Parameter", "image", { name: "/app/image", type: "String", value: "ami-1" });
  expect(account.aws.invoke({ token: "aws:ssm/getParameter:getParameter", args: { name: "/app/image" }, config: {} }).result).toMatchObject({ value: "ami-1", id: parameter.id });
});
