import { UNKNOWN } from "@org/offline-engine";
import { SimulatedAccount } from "./simulated-account.fixture";

const VPC = "aws:ec2/vpc:Vpc";
const TARGETS = "aws:lb/targetGroup:TargetGroup";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const block = { cidrBlock: "10.0.0.0/16" };

test("an input that forces a replacement is marked, one that does not is an update", () => {
  const account = new SimulatedAccount();
  const vpc = account.create(VPC, "main", { ...block, tags: { Name: "a", Old: "x" } });
  expect(account.diff(vpc, { cidrBlock: "10.1.0.0/16", enableDnsHostnames: true, tags: { Name: "b", "a.b": "new" } })).toEqual({
    changes: true,
    replaces: ["cidrBlock"],
    detailedDiff: {
      cidrBlock: { kind: "update-replace", inputDiff: true },
      enableDnsHostnames: { kind: "add", inputDiff: true },
      "tags.Name": { kind: "update", inputDiff: true },
      "tags.Old": { kind: "delete", inputDiff: true },
      'tags["a.b"]': { kind: "add", inputDiff: true },
    },
  });
});

test("to write down what is so already, or to take away what AWS goes on filling in, changes nothing", () => {
  const account = new SimulatedAccount();
  const vpc = account.create(VPC, "main", block);
  expect(account.diff(vpc, { ...block, enableDnsHostnames: false, instanceTenancy: "default", region: "us-east-1" }).changes).toBe(false);
  const named = account.create(VPC, "named", { ...block, enableDnsHostnames: true });
  expect(account.diff(named, block).changes).toBe(false);
});

test("a value that is not known yet is a change", () => {
  const account = new SimulatedAccount();
  const vpc = account.create(VPC, "main", block);
  expect(account.diff(vpc, { ...block, tags: { Owner: UNKNOWN } }).detailedDiff).toEqual({ tags: { kind: "add", inputDiff: true } });
  expect(account.diff(vpc, { cidrBlock: UNKNOWN }).replaces).toEqual(["cidrBlock"]);
});

test("a conditional replacement depends on the way of the change", () => {
  const account = new SimulatedAccount();
  const shared = account.create(VPC, "shared", block);
  const dedicated = account.create(VPC, "dedicated", { ...block, instanceTenancy: "dedicated" });
  expect(account.diff(shared, { ...block, instanceTenancy: "dedicated" }).replaces).toEqual(["instanceTenancy"]);
  expect(account.diff(dedicated, { ...block, instanceTenancy: "default" }).replaces).toEqual([]);
});

test("the order of a set and the layout of a document are no change, what is in them is", () => {
  const account = new SimulatedAccount();
  const vpc = account.create(VPC, "main", block);
  const endpoint = { vpcId: vpc.id, serviceName: "com.amazonaws.us-east-1.s3", policy: '{"Statement": [], "Version": "2012-10-17"}' };
  const made = account.create("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", endpoint);
  expect(account.diff(made, { ...endpoint, policy: '{"Version":"2012-10-17","Statement":[]}' }).changes).toBe(false);
  expect(account.diff(made, { ...endpoint, policy: '{"Version":"2008-10-17","Statement":[]}' }).detailedDiff).toEqual({ policy: { kind: "update", inputDiff: true } });
  const template = account.create("aws:ec2/launchTemplate:LaunchTemplate", "web", { vpcSecurityGroupIds: ["sg-1", "sg-2"] });
  expect(account.diff(template, { vpcSecurityGroupIds: ["sg-2", "sg-1"] }).changes).toBe(false);
  expect(account.diff(template, { vpcSecurityGroupIds: ["sg-2", "sg-2"] }).detailedDiff).toEqual({
    "vpcSecurityGroupIds[0]": { kind: "update", inputDiff: true },
  });
});

describe("deleteBeforeReplace", () => {
  const inputs = { port: 80, protocol: "HTTP", vpcId: "vpc-1" };
  const made = (account: SimulatedAccount, name?: string) => {
    const vpc = account.create(VPC, "main", block);
    const given = { ...inputs, vpcId: vpc.id, ...(name === undefined ? {} : { name }) };
    return { group: account.create(TARGETS, "web", given), given };
  };

  test("a replacement under the name that the program chose needs the old one gone", () => {
    const account = new SimulatedAccount();
    const { group, given } = made(account, "web");
    expect(account.diff(group, { ...given, port: 81 })).toMatchObject({ replaces: ["port"], deleteBeforeReplace: true });
    expect(account.diff(group, { ...given, port: 81, name: "web-81" }).deleteBeforeReplace).toBeUndefined();
  });

  test("one whose name Pulumi makes stands beside the old one", () => {
    const account = new SimulatedAccount();
    const { group, given } = made(account);
    expect(account.diff(group, { ...given, port: 81 })).toEqual({
      changes: true,
      replaces: ["port"],
      detailedDiff: { port: { kind: "update-replace", inputDiff: true } },
    });
  });
});

test("the default that a provider fills in comes back when the input is taken away", () => {
  const account = new SimulatedAccount();
  const vpc = account.create(VPC, "main", block);
  const group = account.create(GROUP, "web", { vpcId: vpc.id, description: "web" });
  expect(account.diff(group, { vpcId: vpc.id }).detailedDiff).toEqual({ description: { kind: "update-replace", inputDiff: true } });
});
