import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { Network } from "./network";

const options = {
  providers: [new SimulatedAws()],
  program: () => new Network("network", { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"] }).vpcId,
};

describe("a network with its defaults", () => {
  it("meets every control or has a recorded exception", async () => {
    const preview = await deploy({ ...options, preview: true });
    const exceptions = [
      { controls: ["CKV_AWS_158"], reason: "the key is another component's: `kmsKeyArn` of the flow logs takes it" },
    ];
    const { failures, unusedExceptions } = checkConformance(await deploy(options), { preview, exceptions });
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(exceptions[0]);
  });
});
