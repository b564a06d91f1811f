import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { Vpc } from "@pulumi/aws/ec2";
import { type BuiltCopy, builtCopy } from "./built-copy.fixture";
import { type RunningPack, startPack } from "./running-pack";

let copy: BuiltCopy;
let pack: RunningPack;

beforeAll(async () => {
  copy = builtCopy();
  pack = await startPack({ folder: copy.folder, program: "." });
}, 60_000);

afterAll(async () => {
  await pack?.stop();
  copy.remove();
});

describe("the pack as a build leaves it, started from its folder as Pulumi's command line does", () => {
  it("is the same pack as that of the sources", async () => {
    const { name, version, policiesList } = await pack.info();
    expect([name, version, policiesList.length]).toEqual(["org-infra", "0.0.0", 250]);
  });

  it("judges", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => new Vpc("plain", { cidrBlock: "10.0.0.0/16" }) });
    const { violations } = await pack.analyze(run);
    expect(violations.map(({ policy }) => policy)).toContain("FSBP-EC2.2");
  });
});
