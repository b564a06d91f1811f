import { getAvailabilityZones } from "@pulumi/aws/getAvailabilityZones";
import { Provider } from "@pulumi/aws/provider";
import { readStackConfig } from "./config";
import { InfrastructureStack } from "./infrastructure-stack";

/** The whole deployment, from the stack's config to its outputs. */
module.exports = async () => {
  const { region, zoneCount, availabilityZones, ...args } = readStackConfig();
  const provider = new Provider("aws", { region });
  const zones = availabilityZones ?? (await firstZones(zoneCount, provider));
  return new InfrastructureStack("infra", { ...args, region, availabilityZones: zones }, { provider }).outputs;
};

/** The region's first zones by name; Local Zones and Wavelength Zones are not among them, a load balancer cannot span both. */
async function firstZones(count: number, provider: Provider): Promise<string[]> {
  const { names } = await getAvailabilityZones(
    { state: "available", filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }] },
    { provider },
  );
  return [...names].sort().slice(0, count);
}
