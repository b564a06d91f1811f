import { SimulatedAws } from "@org/aws-simulator";
import { EncryptionKey, Table } from "@org/infra-data";
import { Network } from "@org/infra-network";
import { deploy, type DeployRun } from "@org/offline-engine";
import { FlowLog, Vpc } from "@pulumi/aws/ec2";
import { Bucket } from "@pulumi/aws/s3";
import { type RunningPack, startPack } from "./running-pack.fixture";

const run = (program: () => unknown, preview = false): Promise<DeployRun> =>
  deploy({ project: "shop", stack: "dev", providers: [new SimulatedAws()], preview, program });

function components(): void {
  const key = new EncryptionKey("key", { region: "us-east-1", consumers: { cloudWatchLogs: true } });
  new Network("network", {
    region: "us-east-1",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    flowLogs: { kind: "cloudwatch", kmsKeyArn: key.arn },
  });
  new Table("table", { hashKey: { name: "id", type: "S" }, capacity: { mode: "onDemand" }, kmsKeyArn: key.arn });
}

const about = (lines: readonly string[], control: RegExp) => lines.filter((line) => control.test(line));

let pack: RunningPack;

beforeAll(async () => {
  pack = await startPack();
}, 60_000);

afterAll(() => pack.stop());

describe("the pack, started as Pulumi's engine does", () => {
  it("says what it is and names a policy for each of the 245 controls that a policy can judge", async () => {
    const { name, version, policiesList } = await pack.info();
    expect([name, version, policiesList.length]).toEqual(["org-infra", "0.0.0", 245]);
  });

  it.each([false, true])("has no complaint about components with their defaults (preview: %s)", async (preview) => {
    const { resources, ...rest } = await run(components, preview);
    expect(resources.length).toBeGreaterThan(30);
    expect((await pack.analyze({ resources, ...rest })).violations).toEqual([]);
  }, 60_000);

  it("judges after the update, and does not leave what it could judge", async () => {
    const { notApplicable } = await pack.analyze(await run(components));
    expect(about(notApplicable, /not known yet/)).toEqual([]);
  }, 60_000);

  it.each([false, true])("tells resource, requirement and control of a VPC that nothing logs (preview: %s)", async (preview) => {
    const { violations } = await pack.analyze(await run(() => new Vpc("plain", { cidrBlock: "10.0.0.0/16" }), preview));
    expect(about(violations, /FSBP:EC2\.6:/)).toEqual([
      "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::plain Each VPC records at least the traffic that is rejected.\n" +
        "FSBP:EC2.6: plain does not meet this",
    ]);
  });

  it("leaves to the update what a preview cannot know", async () => {
    const program = () => {
      const logged = new Vpc("logged", { cidrBlock: "10.0.0.0/16" });
      new FlowLog("log", { vpcId: logged.id, trafficType: "ALL", logDestination: "arn:aws:s3:::logs", logDestinationType: "s3" });
      new Vpc("plain", { cidrBlock: "10.1.0.0/16" });
    };
    const before = await pack.analyze(await run(program, true));
    expect(about(before.violations, /FSBP:EC2\.6:/)).toEqual([]);
    expect(about(before.notApplicable, /^FSBP-EC2\.6:/)).toEqual(["FSBP-EC2.6: what this depends on is not known yet"]);
    const after = await pack.analyze(await run(program));
    expect(about(after.violations, /FSBP:EC2\.6:/)).toEqual([
      "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::plain Each VPC records at least the traffic that is rejected.\n" +
        "FSBP:EC2.6: plain does not meet this",
    ]);
    expect(about(after.notApplicable, /^FSBP-EC2\.6:/)).toEqual([]);
  });

  it("tells what a plain bucket lacks", async () => {
    const { violations } = await pack.analyze(await run(() => new Bucket("plain")));
    expect(violations).toHaveLength(14);
    expect(violations).toContain(
      "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::plain Every bucket refuses requests without TLS.\n" +
        "FSBP:S3.5: plain does not meet this",
    );
  });
});
