import { UNKNOWN } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "./simulated-account.fixture";
import { World } from "./world";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const block = { cidrBlock: "10.0.0.0/16" };

test("a type that is not simulated echoes its inputs, gets an id and an ARN, and warns once", () => {
  const warnings: string[] = [];
  const account = new SimulatedAccount({ onWarning: (message) => warnings.push(message) });
  const type = "aws:fis/experimentTemplate:ExperimentTemplate";
  const first = account.create(type, "a", { description: "x", nested: { a: [1, 2] } });
  account.create(type, "b");
  expect(first.id).toMatch(/^a-[0-9a-f]{8}$/);
  expect(first.outputs).toEqual({
    description: "x",
    nested: { a: [1, 2] },
    region: "us-east-1",
    arn: `arn:aws:fis:us-east-1:123456789012:experimentTemplate/${first.id}`,
  });
  expect(warnings).toEqual([`${type} is not simulated: its inputs are taken as they are, and nothing that AWS might refuse is checked.`]);
  expect(account.aws.warnings).toEqual(warnings);
});

describe("identity", () => {
  test("the same seed and URN give the same identifiers, another seed or URN others, a replacement new ones", () => {
    const id = (seed: string, name: string): string => new SimulatedAccount({ seed }).create(VPC, name, block).id;
    expect(id("one", "main")).toMatch(/^vpc-0[0-9a-f]{16}$/);
    expect(id("one", "main")).toBe(id("one", "main"));
    expect(id("one", "main")).not.toBe(id("two", "main"));
    expect(id("one", "main")).not.toBe(id("one", "other"));
    const account = new SimulatedAccount();
    expect(account.create(VPC, "main", block).id).not.toBe(account.create(VPC, "main", block).id);
  });

  test("a VPC comes with the ids of what AWS makes with it, which go with it", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "main", block);
    expect(vpc.outputs).toMatchObject({
      arn: `arn:aws:ec2:us-east-1:123456789012:vpc/${vpc.id}`,
      enableDnsSupport: true,
      enableDnsHostnames: false,
      instanceTenancy: "default",
      region: "us-east-1",
    });
    const { world } = account.aws;
    expect(world.get(GROUP, "us-east-1", String(vpc.outputs["defaultSecurityGroupId"]))?.outputs["name"]).toBe("default");
    expect(world.size).toBe(4);
    account.delete(vpc);
    expect(world.size).toBe(0);
  });

  test("the partition follows from the region", () => {
    const account = new SimulatedAccount({}, { region: "cn-north-1" });
    expect(account.create(VPC, "main", block).outputs["arn"]).toMatch(/^arn:aws-cn:ec2:cn-north-1:123456789012:vpc\//);
  });
});

describe("names", () => {
  test("a name that is left out is made of the logical name, kept by an update and new for a replacement", () => {
    const account = new SimulatedAccount();
    const first = account.create(TEMPLATE, "web", { instanceType: "t3.micro" });
    expect(first.outputs["name"]).toMatch(/^web-[0-9a-f]{7}$/);
    expect(account.update(first, { instanceType: "t3.small" }).outputs["name"]).toBe(first.outputs["name"]);
    const second = account.create(TEMPLATE, "web", { instanceType: "t3.small" });
    expect(second.outputs["name"]).not.toBe(first.outputs["name"]);
  });

  test("it is cut to the length that its type allows", () => {
    const name = new SimulatedAccount().check("aws:lb/targetGroup:TargetGroup", "a-logical-name-that-is-far-too-long", {})["name"];
    expect(name).toMatch(/^a-logical-name-that-is-f-[0-9a-f]{7}$/);
  });
});

describe("check", () => {
  test("required arguments that are missing are named", () => {
    expect(() => new SimulatedAccount().check(SUBNET, "a", {})).toThrow(
      'vpcId: Missing required argument. The argument "vpcId" is required, but no definition was found',
    );
  });

  test("a document given as an object becomes text, one that is not known in full is not known", () => {
    const account = new SimulatedAccount();
    const checked = (policy: PropertyMap): unknown => account.check("aws:ec2/vpcEndpoint:VpcEndpoint", "a", { vpcId: "v", policy })["policy"];
    expect(checked({ Version: "2012-10-17" })).toBe('{"Version":"2012-10-17"}');
    expect(checked({ Version: UNKNOWN })).toBe(UNKNOWN);
  });

  test("an account that the provider may not work in, and a region that is none, are refused", () => {
    const config = { allowedAccountIds: '["210987654321"]', region: "us-est-1x" };
    expect(() => new SimulatedAccount({}, config).check(VPC, "a", block)).toThrow(
      "region: invalid AWS Region: us-est-1x. Use the name of a region, for example us-east-1\n" +
        "allowedAccountIds: AWS account ID not allowed: 123456789012",
    );
    expect(() => new SimulatedAccount({}, { forbiddenAccountIds: ["123456789012"] }).check(VPC, "a", block)).toThrow("AWS account ID not allowed");
    expect(new SimulatedAccount({ accountId: "210987654321" }, { ...config, region: "us-east-1" }).check(VPC, "a", block)).toMatchObject(block);
  });
});

describe("preview", () => {
  test("it changes nothing, and what AWS decides is unknown", () => {
    const account = new SimulatedAccount();
    expect(account.preview(VPC, "main", { ...block, tags: { a: "b" } })).toMatchObject({
      ...block,
      arn: UNKNOWN,
      mainRouteTableId: UNKNOWN,
      enableDnsHostnames: UNKNOWN,
      enableDnsSupport: true,
      region: "us-east-1",
      tagsAll: { a: "b" },
    });
    expect(account.aws.world.size).toBe(0);
  });

  test("a rule waits for the inputs that it needs, the others speak", () => {
    const account = new SimulatedAccount();
    expect(account.preview(SUBNET, "a", { vpcId: UNKNOWN, cidrBlock: "10.0.0.0/29" })).toMatchObject({ cidrBlock: "10.0.0.0/29" });
    expect(refusalOf(() => account.preview(SUBNET, "a", { vpcId: UNKNOWN, availabilityZone: "eu-west-1a" })).code).toBe("InvalidParameterValue");
  });

  test("an id that only AWS gives out is looked up, a name that may be about to exist is not", () => {
    const account = new SimulatedAccount();
    expect(refusalOf(() => account.preview(SUBNET, "a", { vpcId: "vpc-0123456789abcdef0" })).code).toBe("InvalidVpcID.NotFound");
    const hook = { autoscalingGroupName: "web", lifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING" };
    expect(account.preview("aws:autoscaling/lifecycleHook:LifecycleHook", "a", hook)).toMatchObject(hook);
  });
});

describe("tags", () => {
  const config = { defaultTags: '{"tags":{"Team":"web","Stage":"dev"}}' };

  test("the provider's default tags stand under the resource's own in tagsAll, and only there", () => {
    const account = new SimulatedAccount({}, config);
    expect(account.create(VPC, "main", { ...block, tags: { Stage: "prod" } }).outputs).toMatchObject({
      tags: { Stage: "prod" },
      tagsAll: { Team: "web", Stage: "prod" },
    });
  });

  test("new default tags are an update of every resource that can have tags", () => {
    const world = World.memory();
    const vpc = new SimulatedAccount({ world }).create(VPC, "main", block);
    expect(new SimulatedAccount({ world }, config).diff(vpc, block)).toEqual({
      changes: true,
      replaces: [],
      detailedDiff: { "tagsAll.Team": { kind: "add", inputDiff: false }, "tagsAll.Stage": { kind: "add", inputDiff: false } },
    });
  });

  test("what AWS refuses in tags is refused, the default tags counted", () => {
    const create = (tags: PropertyMap, type = VPC): (() => unknown) => () => new SimulatedAccount({}, config).create(type, "main", { ...block, tags });
    const many = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`tag-${index}`, ""]));
    expect(refusalOf(create(many))).toEqual({
      rule: "aws/tags-legal",
      code: "TagLimitExceeded",
      message: "The maximum number of tags is 50, got 51",
      remedy: "Remove tags; the provider's default tags count as well.",
    });
    expect(refusalOf(create({ "aws:cost": "1" })).message).toBe("Tag 'aws:cost' is invalid: keys that start with 'aws:' are reserved for system use");
    expect(refusalOf(create({ long: "x".repeat(257) })).message).toBe("Tag 'long' is invalid: its value must be at most 256 characters");
    expect(create({ "any;thing": "é€" })).not.toThrow();
  });
});

describe("regions", () => {
  test("a resource lives in the region that it names, else in its provider's, and is not seen from another", () => {
    const account = new SimulatedAccount({}, { region: "eu-west-1" });
    const vpc = account.create(VPC, "main", block);
    expect(vpc.outputs["region"]).toBe("eu-west-1");
    const far = { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", region: "us-east-1" };
    expect(refusalOf(() => account.create(SUBNET, "far", far)).code).toBe("InvalidVpcID.NotFound");
    expect(account.create(SUBNET, "near", { ...far, region: "eu-west-1" }).outputs["availabilityZone"]).toBe("eu-west-1a");
  });

  test("another region of the provider replaces what lives in a region", () => {
    const world = World.memory();
    const vpc = new SimulatedAccount({ world }).create(VPC, "main", block);
    expect(new SimulatedAccount({ world }, { region: "eu-west-1" }).diff(vpc, block)).toEqual({
      changes: true,
      replaces: ["region"],
      detailedDiff: { region: { kind: "update-replace", inputDiff: false } },
    });
  });
});

describe("life of an object", () => {
  test("a refresh reads what somebody else changed, and misses what somebody else deleted", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "main", { ...block, enableDnsHostnames: true });
    const { world } = account.aws;
    const [object] = world.ofUrn(account.urn(VPC, "main"));
    if (object === undefined) throw new Error("no VPC");
    world.drift(object, { enableDnsHostnames: false });
    expect(account.read(vpc)).toMatchObject({ inputs: { enableDnsHostnames: false }, outputs: { enableDnsHostnames: false } });
    const [now] = world.ofUrn(account.urn(VPC, "main"));
    if (now !== undefined) world.remove(now);
    expect(account.read(vpc)).toBeUndefined();
    expect(() => account.update(vpc, block)).toThrow(`ResourceNotFound: ${VPC} ${vpc.id} does not exist`);
    expect(() => account.delete(vpc)).not.toThrow();
  });

  test("an update keeps what AWS decided and gives up what was taken away", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "main", { ...block, enableDnsHostnames: true, tags: { a: "b" } });
    const { outputs } = account.update(vpc, block);
    // AWS goes on with the value it had for an input that it fills itself.
    expect(outputs).toEqual({ ...vpc.outputs, tags: undefined, tagsAll: {} });
    expect(Object.hasOwn(outputs, "tags")).toBe(false);
  });

  test("what may only be written is kept nowhere, and read back as the state has it", () => {
    const account = new SimulatedAccount();
    const secret = account.create("aws:secretsmanager/secret:Secret", "s", { name: "s" });
    const inputs = { secretId: secret.id, secretStringWo: "hunter2", secretStringWoVersion: 1 };
    const version = account.create("aws:secretsmanager/secretVersion:SecretVersion", "s", inputs);
    expect(JSON.stringify([version.outputs, account.aws.world.all()])).not.toContain("hunter2");
    expect(account.read(version)?.inputs).toEqual(version.inputs);
    expect(account.diff(version, { ...inputs, secretStringWo: "other" }).changes).toBe(false);
    expect(account.diff(version, { ...inputs, secretStringWo: "other", secretStringWoVersion: 2 }).changes).toBe(true);
  });

  test("a part goes with its whole, at once or when the deletion that is pending is carried out", () => {
    const account = new SimulatedAccount();
    const { world } = account.aws;
    const make = (name: string, recoveryWindowInDays: number) => {
      const secret = account.create("aws:secretsmanager/secret:Secret", name, { name, recoveryWindowInDays });
      account.create("aws:secretsmanager/secretVersion:SecretVersion", name, { secretId: secret.id, secretString: "x" });
      return secret;
    };
    account.delete(make("gone", 0));
    expect(world.size).toBe(0);
    account.delete(make("later", 7));
    expect(world.all().map(({ type }) => type).sort()).toEqual(["aws:secretsmanager/secret:Secret", "aws:secretsmanager/secretVersion:SecretVersion"]);
    world.advance(7 * 86_400);
    expect(world.size).toBe(0);
  });

  test("a whole that lost a part does not go back to what it was born with", () => {
    const account = new SimulatedAccount();
    const bucket = account.create("aws:s3/bucket:Bucket", "data", { bucket: "acme-data" });
    const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::acme-data/*" };
    const open = (): unknown =>
      account.create("aws:s3/bucketPolicy:BucketPolicy", "open", { bucket: bucket.id, policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) });
    const block = account.create("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "data", { bucket: bucket.id, blockPublicPolicy: true });
    expect(refusalOf(open).code).toBe("AccessDenied");
    account.delete(block);
    account.update(bucket, { bucket: "acme-data", tags: { a: "b" } });
    expect(open).not.toThrow();
    const controls = account.create("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "data", { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } });
    const grant = (): unknown => account.create("aws:s3/bucketAcl:BucketAcl", "data", { bucket: bucket.id, acl: "log-delivery-write" });
    expect(refusalOf(grant).code).toBe("AccessControlListNotSupported");
    account.delete(controls);
    expect(grant).not.toThrow();
    account.delete(bucket);
    expect(account.aws.world.size).toBe(0);
  });

  test("what a killed run made without telling is found by its URN", () => {
    const account = new SimulatedAccount();
    const vpc = account.create(VPC, "main", block);
    const request = { urn: account.urn(VPC, "main"), type: VPC, name: "main", config: {} };
    expect(account.aws.findCreated({ ...request, knownIds: [] })).toEqual({ id: vpc.id, inputs: vpc.inputs, outputs: vpc.outputs });
    expect(account.aws.findCreated({ ...request, knownIds: [vpc.id] })).toBeUndefined();
  });

  test("a new version of a launch template counts on, tags alone make none", () => {
    const account = new SimulatedAccount();
    const first = account.create(TEMPLATE, "web", { instanceType: "t3.micro", updateDefaultVersion: true });
    expect(first.outputs).toMatchObject({ latestVersion: 1, defaultVersion: 1 });
    const next = { instanceType: "t3.small", updateDefaultVersion: true };
    expect(account.update(first, next, true).outputs).toMatchObject({ latestVersion: UNKNOWN, defaultVersion: UNKNOWN });
    const second = account.update(first, next);
    expect(second.outputs).toMatchObject({ latestVersion: 2, defaultVersion: 2 });
    expect(account.update(second, { ...next, tags: { a: "b" } }, true).outputs).toMatchObject({ latestVersion: 2 });
  });
});

test("a rule that there is not, or no reason, does not switch anything off", () => {
  expect(() => new SimulatedAccount({ disabledRules: { "ec2/subnet-in-vpcs": "why not" } })).toThrow('There is no rule "ec2/subnet-in-vpcs" to switch off');
  expect(() => new SimulatedAccount({ disabledRules: { "ec2/subnet-in-vpc": " " } })).toThrow('The rule "ec2/subnet-in-vpc" is switched off without a reason');
});
