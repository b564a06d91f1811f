import { SimulatedAws } from "@org/aws-simulator";
import { BackupPlan, EncryptionKey, Table } from "@org/infra-data";
import { Network } from "@org/infra-network";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Certificate } from "@pulumi/aws/acm";
import { FlowLog, SecurityGroup, Vpc } from "@pulumi/aws/ec2";
import { Key, KeyPolicy } from "@pulumi/aws/kms";
import { Bucket } from "@pulumi/aws/s3";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc";
import { secret } from "@pulumi/pulumi";
import { type Analysis, type RunningPack, startPack } from "./running-pack";

const run = (program: () => unknown, preview = false): Promise<DeployRun> =>
  deploy({ project: "shop", stack: "dev", providers: [new SimulatedAws()], preview, program });

function components(): void {
  const key = new EncryptionKey("key", { region: "us-east-1", consumers: { cloudWatchLogs: true } });
  new Network("network", {
    region: "us-east-1",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    flowLogs: { kind: "cloudwatch", kmsKeyArn: key.arn },
  });
  const table = new Table("table", { hashKey: { name: "id", type: "S" }, capacity: { mode: "on-demand" }, kmsKeyArn: key.arn });
  new BackupPlan("backups", { resources: [table], kmsKeyArn: key.arn });
}

const policy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" }],
});
const plainVpc = () => new Vpc("plain", { cidrBlock: "10.0.0.0/16" });
const EC2_6 = {
  policy: "FSBP-EC2.6",
  urn: "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::plain",
  message: "Each VPC records at least the traffic that is rejected.\nFSBP:EC2.6: plain does not meet this",
  mandatory: false,
};

const about = ({ violations }: Analysis, policy: string) => violations.filter((violation) => violation.policy === policy);
const namesOf = (analysis: Analysis, policy: string) => about(analysis, policy).map(({ urn }) => urn.split("::")[3]);

let pack: RunningPack;

beforeAll(async () => {
  pack = await startPack();
}, 60_000);

afterEach(() => pack.configure({}));
afterAll(() => pack.stop());

describe("the pack, started as Pulumi's engine does", () => {
  it("says what it is and names a policy for each of the 249 controls that a policy can judge, and one that listens", async () => {
    const { name, version, policiesList } = await pack.info();
    expect([name, version, policiesList.length]).toEqual(["org-infra", "0.0.0", 250]);
  });

  it.each([false, true])("has no complaint about components with their defaults (preview: %s)", async (preview) => {
    const deployed = await run(components, preview);
    expect(deployed.resources.length).toBeGreaterThan(30);
    expect((await pack.analyze(deployed)).violations).toEqual([]);
  }, 60_000);

  it("judges after the update, and does not leave what it could judge", async () => {
    const { notApplicable } = await pack.analyze(await run(components));
    expect(Object.entries(notApplicable).filter(([, reason]) => reason.includes("not known yet"))).toEqual([]);
  }, 60_000);

  it.each([false, true])("tells resource, requirement and control of a VPC that nothing logs (preview: %s)", async (preview) => {
    expect(about(await pack.analyze(await run(plainVpc, preview)), "FSBP-EC2.6")).toEqual([EC2_6]);
  });

  it("stops a deployment for what is critical or high", async () => {
    const { violations } = await pack.analyze(await run(plainVpc));
    const stopping = violations.filter(({ mandatory }) => mandatory).map((violation) => violation.policy);
    expect(stopping).toEqual(["structure-parented", "FSBP-EC2.2"]);
  });

  it("leaves to the update what a preview cannot know", async () => {
    const program = () => {
      const logged = new Vpc("logged", { cidrBlock: "10.0.0.0/16" });
      new FlowLog("log", { vpcId: logged.id, trafficType: "ALL", logDestination: "arn:aws:s3:::logs", logDestinationType: "s3" });
      new Vpc("plain", { cidrBlock: "10.1.0.0/16" });
    };
    const before = await pack.analyze(await run(program, true));
    expect(about(before, "FSBP-EC2.6")).toEqual([]);
    expect(before.notApplicable["FSBP-EC2.6"]).toBe("what this depends on is not known yet");
    const after = await pack.analyze(await run(program));
    expect(about(after, "FSBP-EC2.6")).toEqual([EC2_6]);
    expect(after.notApplicable["FSBP-EC2.6"]).toBeUndefined();
  });

  it("tells what a plain bucket lacks", async () => {
    const analysis = await pack.analyze(await run(() => new Bucket("plain")));
    expect(analysis.violations).toHaveLength(14);
    expect(about(analysis, "FSBP-S3.5").map(({ message }) => message)).toEqual([
      "Every bucket refuses requests without TLS.\nFSBP:S3.5: plain does not meet this",
    ]);
  });
});

describe("secrets", () => {
  it.each([false, true])("are judged as what they are (preview: %s)", async (preview) => {
    const open = secret([{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }]);
    const program = () => new SecurityGroup("open", { ingress: open });
    expect(namesOf(await pack.analyze(await run(program, preview)), "SecHub-EC2.13")).toEqual(["open"]);
  });
});

describe("what resources were given", () => {
  const program = () => {
    new Key("bare");
    new Key("inside", { policy });
    new KeyPolicy("beside", { keyId: new Key("outside").id, policy });
    const group = new SecurityGroup("mixed", { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/8"] }] });
    new SecurityGroupEgressRule("mixed", { securityGroupId: group.id, ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" });
  };

  it("is told apart from what AWS made of it", async () => {
    const analysis = await pack.analyze(await run(program));
    expect(namesOf(analysis, "CKV2_AWS_64")).toEqual(["bare"]);
    expect(namesOf(analysis, "awsguard-security-group-no-rule-management-conflicts")).toEqual(["mixed"]);
  });

  it("is not guessed when the engine has not shown it", async () => {
    const stranger = await run(() => new Key("not-shown-before"));
    const analysis = await pack.analyzeStack(stranger);
    expect(about(analysis, "CKV2_AWS_64")).toEqual([]);
    expect(analysis.notApplicable["CKV2_AWS_64"]).toBe("what this depends on is not known yet");
  });

  it("says whether a certificate would be deleted before its replacement", async () => {
    const { resources } = await run(() => new Certificate("web", { domainName: "example.com", validationMethod: "DNS" }));
    expect(namesOf(await pack.analyze({ resources }), "CKV_AWS_233")).toEqual([]);
    const deletedFirst = resources.map((state) => ({ ...state, pendingReplacement: true }));
    expect(namesOf(await pack.analyze({ resources: deletedFirst }), "CKV_AWS_233")).toEqual(["web"]);
  });
});

describe("an exception of a configuration", () => {
  it("holds for its control and its resources only", async () => {
    const deployed = await run(() => {
      plainVpc();
      new Vpc("other", { cidrBlock: "10.1.0.0/16" });
    });
    await pack.configure({ "FSBP-EC2.6": { exceptions: [{ resources: "^plain$", reason: "nobody comes here" }] } });
    const analysis = await pack.analyze(deployed);
    expect(namesOf(analysis, "FSBP-EC2.6")).toEqual(["other"]);
    expect(namesOf(analysis, "FSBP-EC2.2").sort()).toEqual(["other", "plain"]);
  });

  it("holds for all resources when it names none", async () => {
    await pack.configure({ "FSBP-EC2.6": { exceptions: [{ reason: "nobody comes here" }] } });
    expect(about(await pack.analyze(await run(plainVpc)), "FSBP-EC2.6")).toEqual([]);
  });

  it("is refused by the engine without a reason: every policy of a control says so in its schema", async () => {
    const { policiesList } = await pack.info();
    const without = policiesList.filter(({ configschema }) => !JSON.stringify(configschema ?? {}).includes("Why they need not."));
    expect(without.map(({ name }) => name)).toEqual(["given-properties"]);
  });
});
